import { escapeHtml, layout } from './pages.js'
import { PROBLEMS, problemPage, type ProblemCode } from './problems.js'

const withCode = (text: string): string => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')

/** The page that an error's `type` leads to. */
export function errorPage(code: ProblemCode): string {
  const { status, title, why, mend } = PROBLEMS[code]
  const example = { type: problemPage(code), title, status, detail: '…', instance: '/v1/…', code, requestId: '…' }
  return layout(
    title,
    `<p class="status">${status} · <code>${code}</code></p><h1>${escapeHtml(title)}</h1>` +
      `<h2>What happened</h2><p>${withCode(why)}</p><h2>What to do</h2><p>${withCode(mend)}</p>` +
      `<h2>What it looks like</h2><pre>${escapeHtml(JSON.stringify(example, null, 2))}</pre>`,
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
      `<code>detail</code>; who runs the service finds <code>requestId</code> in the log.</p><table>${rows.join('')}</table>`,
  )
}
