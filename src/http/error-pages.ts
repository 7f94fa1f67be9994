import { PROBLEMS, problemPage, type ProblemCode } from './problems.js'

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --soft: #6b7280; --line: #d9d5ca; --mark: #8a3b12 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16191e; --soft: #9aa1ab; --line: #333941; --mark: #f0a36b } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .2rem 0 1.5rem }
h2 { font-size: 1rem; margin: 1.75rem 0 .25rem; color: var(--soft) }
p { margin: .25rem 0 }
a { color: var(--mark) }
code, pre { font: .88em/1.5 ui-monospace, monospace }
code { background: color-mix(in srgb, var(--line) 45%, transparent); padding: .1em .3em; border-radius: .25em }
pre { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-x: auto }
.status { color: var(--mark); font-weight: 600; letter-spacing: .02em }
table { border-collapse: collapse; width: 100% } td { border-top: 1px solid var(--line); padding: .45rem .75rem .45rem 0; vertical-align: top }
`

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const withCode = (text: string): string => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')

const layout = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escapeHtml(title)} · Attest</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>\n`

/** The page that an error's `type` leads to. */
export function errorPage(code: ProblemCode): string {
  const { status, title, why, mend } = PROBLEMS[code]
  const example = { type: problemPage(code), title, status, detail: '…', instance: '/v1/…', code, requestId: '…' }
  return layout(
    title,
    `<p class="status">${status} · <code>${code}</code></p><h1>${escapeHtml(title)}</h1>` +
      `<h2>What happened</h2><p>${withCode(why)}</p><h2>What to do</h2><p>${withCode(mend)}</p>` +
      `<h2>What it looks like</h2><pre>${escapeHtml(JSON.stringify(example, null, 2))}</pre>` +
      `<p><a href="/docs/errors">All errors</a> · <a href="/docs">All routes</a></p>`,
  )
}

/** The list of all errors. */
export function errorIndex(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr><td>${status}</td><td><a href="/docs/errors/${code}"><code>${code}</code></a></td><td>${escapeHtml(title)}</td></tr>`,
  )
  return layout(
    'Errors',
    `<h1>Errors</h1><p>Every error is answered as <code>application/problem+json</code> (RFC 9457). Programs look at <code>code</code>; people read ` +
      `<code>detail</code>; who runs the service finds <code>requestId</code> in the log.</p><table>${rows.join('')}</table><p><a href="/docs">All routes</a></p>`,
  )
}
