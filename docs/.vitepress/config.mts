import { existsSync, readFileSync } from 'node:fs'
import { dirname, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const docs = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const repository = 'https://github.com/xmljson/xmljson'
const published = 'https://xmljson.github.io/xmljson'

// [page, text] … : what there is no file for is left out, since guides come and go with what they describe.
const pages = (...items: [string, string][]) =>
  items.filter(([page]) => existsSync(resolve(docs, `${page}.md`))).map(([page, text]) => ({ text, link: `/${page}` }))

// Written by the generator of the reference, which runs before.
const reference = JSON.parse(readFileSync(resolve(docs, 'api/sidebar.json'), 'utf8'))

// The page of each type by its name, where one type alone has it: `Utf8XmlParser` in a guide leads there.
const types = new Map<string, string>()
for (const { text, link } of reference.flatMap((space: { items: { text: string; link: string }[] }) => space.items)) {
  const name = text.replace(/<.*/, '')
  types.set(name, types.has(name) ? '' : link)
}

export default defineConfig({
  title: 'XmlJson',
  description: 'Streaming XML and JSON for .NET: a fast, fully checking parser, trees, and conversion both ways.',
  lang: 'en',
  base: process.env.DOCS_BASE ?? '/',
  srcExclude: ['generator/**', 'site-tests/**', 'node_modules/**'],
  outDir: '../artifacts/site',
  vite: { publicDir: 'assets', build: { chunkSizeWarningLimit: 4000 } },
  head: [['link', { rel: 'icon', type: 'image/png', href: `${process.env.DOCS_BASE ?? '/'}icon.png` }]],
  lastUpdated: false,
  markdown: {
    theme: { light: 'github-light', dark: 'github-dark' },
    config: (md) => {
      // A link to a file outside docs/ is one to the repository: it works there, and on the site.
      md.core.ruler.push('repository-links', (state) => {
        for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
          const href = token.type === 'link_open' ? token.attrGet('href') : null
          // The reference is generated, so in the repository there is none: guides lead to the published one, which is this.
          if (href?.startsWith(`${published}/api/`)) {
            token.attrSet('href', href.slice(published.length))
          }
          if (href?.startsWith('../') && !state.env.relativePath?.startsWith('api/')) {
            token.attrSet('href', `${repository}/blob/main/${posix.normalize(`docs/${href}`)}`)
          }
        }
      })
      md.core.ruler.push('reference-links', (state) => {
        if (state.env.relativePath?.startsWith('api/')) return
        const linked = new Set<string>()
        for (const block of state.tokens) {
          if (block.type !== 'inline' || block.children === null) continue
          let depth = 0
          block.children = block.children.flatMap((token) => {
            depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
            const page = token.type === 'code_inline' && depth === 0 ? types.get(/^([A-Z]\w+)(?:[.<(].*)?$/.exec(token.content)?.[1] ?? '') : undefined
            if (!page || linked.has(page)) return [token]
            linked.add(page)
            const open = new state.Token('link_open', 'a', 1)
            open.attrSet('href', `${page}.html`)
            return [open, token, new state.Token('link_close', 'a', -1)]
          })
        }
      })
    }
  },
  themeConfig: {
    logo: '/icon.png',
    siteTitle: 'XmlJson',
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        detailedView: 'auto',
        miniSearch: {
          searchOptions: {
            fuzzy: 0.1,
            prefix: true,
            boost: { title: 4, text: 2, titles: 1 },
            // A type before its members, and guides before lists of members.
            boostDocument: (id: string) => (id.endsWith('#type-top') ? 2 : id.includes('/api/') ? (id.endsWith('#overview-of-members') ? 0.3 : 0.8) : 1.3)
          }
        }
      }
    },
    nav: [
      { text: 'Guides', link: '/get-started', activeMatch: '^/(?!api/|$)' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' }
    ],
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page' },
    footer: { message: 'Released under the MIT licence.', copyright: 'Copyright © 2026 XmlJson contributors' },
    sidebar: {
      '/api/': [{ text: 'API reference', link: '/api/', items: reference }],
      '/': [
        { text: 'Start', items: pages(['get-started', 'Get started'], ['command-line', 'Command line']) },
        {
          text: 'Read and write',
          items: pages(['events', 'Events'], ['big-files', 'Big files'], ['records', 'Records'], ['dom', 'DOM'], ['elementtree', 'ElementTree'], ['writing', 'Write XML'], ['trees-and-dotnet', 'Trees and .NET'], ['canonical-xml', 'Canonical XML'])
        },
        { text: 'JSON', items: pages(['json', 'JSON'], ['conventions', 'XML ⇄ JSON conventions']) },
        { text: 'In production', items: pages(['security', 'Security'], ['errors', 'Errors'], ['performance', 'Performance'], ['packaging', 'The package']) },
        {
          text: 'Coming from',
          items: pages(['from-sax', 'SAX and Java'], ['from-python', 'Python'], ['from-system-xml', 'XmlReader and XDocument'], ['from-newtonsoft', 'Newtonsoft.Json'])
        },
        { text: 'Look up', items: [{ text: 'API reference', link: '/api/' }, ...pages(['xml-support', 'What of XML is supported'], ['error-messages', 'Messages beside others’'])] },
        { text: 'Contribute', items: pages(['architecture', 'Architecture'], ['roadmap', 'Roadmap']) }
      ]
    }
  }
})
