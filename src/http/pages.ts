import { createHash } from 'node:crypto'

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --soft: #6b7280; --line: #d9d5ca; --mark: #8a3b12 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16191e; --soft: #9aa1ab; --line: #333941; --mark: #f0a36b } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0 1.5rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem }
p, ul, ol { margin: .75rem 0 } li { margin: .25rem 0 }
a { color: var(--mark) }
code, pre { font: .88em/1.5 ui-monospace, monospace }
code { background: color-mix(in srgb, var(--line) 45%, transparent); padding: .1em .3em; border-radius: .25em }
pre { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-x: auto }
pre code { background: none; padding: 0 }
pre[data-language]::before { content: attr(data-language); display: block; color: var(--soft); font-size: .85em; margin-bottom: .5rem }
pre[data-language=Prints] { white-space: pre-wrap; overflow-wrap: anywhere }
.status { color: var(--mark); font-weight: 600; letter-spacing: .02em }
nav { font-size: .9rem } nav a { margin-right: 1rem }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { border-top: 1px solid var(--line); padding: .45rem .75rem .45rem 0; vertical-align: top; text-align: left }
`

/** No script, nothing from elsewhere, and of styles just the one above. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const NAVIGATION = '<nav><a href="/docs">All routes</a><a href="/docs/guides">Guides</a><a href="/docs/errors">Errors</a></nav>'

/** A page of the documentation; `body` is HTML. */
export const layout = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escapeHtml(title)} · Attest</title><style>${STYLE}</style></head><body><main>${NAVIGATION}${body}</main></body></html>\n`
