import { Marked } from 'marked'
import { readFileSync } from 'node:fs'
import { escapeHtml, layout } from './pages.js'

/** The guides in the order in which somebody needs them; each is `openapi/guides/<name>.md`. */
export const GUIDES = [
  'load-a-folder',
  'follow-changes',
  'cite-in-a-retrieval-system',
  'check-a-claim',
  'run-behind-a-proxy',
  'back-up-and-upgrade',
  'reference',
] as const
export type GuideName = (typeof GUIDES)[number]

export const isGuide = (name: string): name is GuideName => (GUIDES as readonly string[]).includes(name)

/** How the languages of snippets are called above them; `text` is what the snippets before it print. */
const LANGUAGES: Readonly<Record<string, string>> = {
  sh: 'Shell',
  console: 'Shell',
  ts: 'TypeScript',
  python: 'Python',
  ini: 'Environment',
  nginx: 'nginx',
  caddyfile: 'Caddyfile',
  text: 'Prints',
}

const markdown = new Marked({
  renderer: {
    code: ({ text, lang = '' }) => `<pre data-language="${LANGUAGES[lang] ?? lang}"><code>${escapeHtml(text)}</code></pre>\n`,
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      return `<a href="${escapeHtml(href.replace(/\.md(?=#|$)/, ''))}">${this.parser.parseInline(tokens)}</a>`
    },
  },
})

/** `Back up and upgrade` as the part of an address that leads to it: `back-up-and-upgrade`. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const sourceOf = (name: GuideName): string => readFileSync(new URL(`../../openapi/guides/${name}.md`, import.meta.url), 'utf8')
const titleOf = (source: string): string => /^# (.+)/.exec(source)![1]!
/** The paragraph under the title. */
const purposeOf = (source: string): string => source.split('\n\n')[1]!

const pages = new Map<GuideName, string>()

/** A guide as a page, made at the first request for it. */
export function guidePage(name: GuideName): string {
  const made = pages.get(name)
  if (made !== undefined) return made
  const source = sourceOf(name)
  const page = layout(titleOf(source), markdown.parse(source, { async: false }))
  pages.set(name, page)
  return page
}

/** The list of all guides. */
export function guideIndex(): string {
  const entries = GUIDES.map((name) => {
    const source = sourceOf(name)
    return `<h2><a href="/docs/guides/${name}">${escapeHtml(titleOf(source))}</a></h2>${markdown.parse(purposeOf(source), { async: false })}`
  })
  return layout('Guides', `<h1>Guides</h1>${entries.join('')}`)
}
