// Looks at the built site as a reader does, in a headless Chromium, which must find everything here: nothing but 127.0.0.1 is reached.
//   node site-tests/check.mjs     artifacts/site must be built; pictures go to artifacts/screenshots. CHROMIUM names the browser.
// The last line is "N passed, N failed, 0 skipped".
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { deadLinks, readPages, targetOf } from './links.mjs'
import { serve } from './server.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const site = join(root, 'artifacts/site')
const pictures = join(root, 'artifacts/screenshots')
const browserPath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

let passed = 0
let failed = 0
function check(name, faults) {
  faults.length === 0 ? passed++ : failed++
  console.log(faults.length === 0 ? `ok    ${name}` : `FAIL  ${name}\n        ${faults.slice(0, 20).join('\n        ')}`)
}

// --- Without a browser ---

const pages = await readPages(site)
const files = new Set((await readdir(site, { recursive: true })).map((path) => '/' + path.split(sep).join('/')))
const { dead, count } = deadLinks(pages, files)
check(`every one of ${count} links and anchors resolves`, count > 1000 ? dead : [`only ${count} links`])
check('no page names another host for what it loads', [...pages].flatMap(([page, { loads }]) => loads.filter((load) => /^(https?:)?\/\//.test(load)).map((load) => `${page}: ${load}`)))
const guides = [...pages.keys()].filter((page) => !page.startsWith('/api/') && page !== '/404.html' && page !== '/index.html')
const listed = new Set(pages.get('/get-started.html').links)
check('every guide is in the side bar', guides.filter((page) => !listed.has(page)))
check('every guide leads to the reference', guides.filter((page) => !pages.get(page).links.some((link) => link.includes('/api/XmlJson.'))))
// [guide, type's page] pairs, one set in each direction.
const isType = (page) => page.startsWith('/api/XmlJson.')
const forward = new Set(guides.flatMap((guide) => pages.get(guide).links.filter((link) => !/^[a-z]+:/i.test(link)).map((link) => targetOf(guide, link)).filter(isType).map((type) => `${guide} ${type}`)))
const back = new Set([...pages].flatMap(([type, { guides }]) => guides.map((link) => `${targetOf(type, link)} ${type}`)))
check(`each of ${forward.size} ways from a guide to a type leads back`, forward.size > 100 ? [...forward].filter((way) => !back.has(way)) : [`only ${forward.size} ways`])
check('a type leads to no guide that does not lead to it', [...back].filter((way) => !forward.has(way)))

// --- With one ---

const server = await serve(site)
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const desktop = { viewport: { width: 1360, height: 860 }, permissions: ['clipboard-read', 'clipboard-write'] }

async function open(context, path, faults) {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  page.on('request', (request) => request.url().startsWith(server.origin) || request.url().startsWith('data:') || faults.push(`${path} asks for ${request.url()}`))
  await page.goto(server.origin + path, { waitUntil: 'load' })
  return page
}

try {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
  const errors = []
  const wide = []
  const waiting = [...pages.keys()].filter((path) => path !== '/404.html')
  const total = waiting.length
  await Promise.all([1, 2, 3].map(async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      const page = await open(phone, path, errors)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) wide.push(`${path}: ${width} px`)
      await page.close()
    }
  }))
  check(`no error in the console of ${total} pages, and nothing asked of others`, errors)
  check('no page scrolls sideways on a phone', wide)

  await mkdir(pictures, { recursive: true })
  const faults = []
  const wideContext = await browser.newContext(desktop)
  let page = await open(wideContext, '/', faults)
  await page.screenshot({ path: join(pictures, 'home.png') })
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('IContentHandler')
  const results = page.locator('.VPLocalSearchBox .result')
  await results.first().waitFor({ timeout: 20000 }).catch(() => {})
  const targets = await results.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  check('search finds IContentHandler first', targets[0] === '/api/XmlJson.IContentHandler.html#type-top' ? [] : [`found ${targets.slice(0, 5).join(' ') || 'nothing'}`])
  await page.screenshot({ path: join(pictures, 'search.png') })
  await page.locator('#localsearch-input').press('Enter')
  await page.waitForURL(/IContentHandler/, { timeout: 10000 }).catch(() => {})
  check('a result can be opened', /IContentHandler/.test(page.url()) ? [] : [page.url()])
  await page.screenshot({ path: join(pictures, 'reference.png') })
  await page.close()

  page = await open(wideContext, '/get-started.html', faults)
  const block = page.locator('.vp-doc div[class*="language-"]').first()
  await block.hover()
  await block.locator('button.copy').click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const shown = (await block.locator('pre code').innerText()).trimEnd()
  check('a block can be copied', copied.trimEnd() === shown && shown.length > 0 ? [] : [`copied ${JSON.stringify(copied)}, shown ${JSON.stringify(shown)}`])
  await page.screenshot({ path: join(pictures, 'guide.png') })
  await page.locator('.VPNavBar .VPSwitchAppearance').first().click()
  check('it can be made dark', (await page.evaluate(() => document.documentElement.classList.contains('dark'))) ? [] : ['the class dark is not set'])
  await page.goto(`${server.origin}/performance.html`, { waitUntil: 'load' })
  check('and stays dark', (await page.evaluate(() => document.documentElement.classList.contains('dark'))) ? [] : ['the class dark is not set'])
  await page.screenshot({ path: join(pictures, 'performance-dark.png') })
  await page.close()

  page = await open(phone, '/errors.html', faults)
  await page.screenshot({ path: join(pictures, 'errors-phone.png') })
  await page.goto(`${server.origin}/`, { waitUntil: 'load' })
  await page.screenshot({ path: join(pictures, 'home-phone.png') })
  check('no error on the way', faults)
} finally {
  await browser.close()
  server.close()
}

console.log(`Pictures in ${relative(root, pictures)}`)
console.log(`${passed} passed, ${failed} failed, 0 skipped`)
process.exit(failed === 0 ? 0 : 1)
