// Every link of the built pages, without a browser: what it leads to must be a file of the site, and an id of that page.
import { readFile, readdir } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decode = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity])

export async function readPages(folder) {
  const pages = new Map()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.html')) {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      const html = await readFile(path, 'utf8')
      pages.set('/' + relative(folder, path).split(sep).join('/'), {
        ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => decode(match[1]))),
        // Those of a type's page to the guides that lead to it.
        guides: [...(html.match(/<div class="guides">([\s\S]*?)<\/div>/)?.[1] ?? '').matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map((match) => decode(match[1])),
        links: [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map((match) => decode(match[1])),
        // What a browser loads by itself: a page that needs nobody else names no other host here.
        loads: [...html.matchAll(/<(?:script|link|img|iframe)\s[^>]*?(?:src|href)="([^"]*)"/g)].map((match) => decode(match[1]))
      })
    }
  }
  return pages
}

// The page of the site that a link on another one leads to.
export function targetOf(page, link) {
  const [path] = link.split('#')
  return path === '' ? page : posix.resolve(posix.dirname(page), decodeURIComponent(path))
}

export function deadLinks(pages, files) {
  const dead = []
  let count = 0
  for (const [page, { links }] of pages) {
    for (const link of links) {
      if (/^[a-z]+:/i.test(link)) continue
      count++
      const [path, anchor] = link.split('#')
      let target = targetOf(page, link)
      if (path.endsWith('/') || target === '/') target = posix.join(target, 'index.html')
      if (!pages.has(target) && pages.has(`${target}.html`)) target += '.html'
      const found = pages.get(target)
      if (!found ? !files.has(target) : anchor && !found.ids.has(decodeURIComponent(anchor))) dead.push(`${page}: ${link}`)
    }
  }
  return { dead: [...new Set(dead)], count }
}
