import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GuideName } from '../../src/http/guides.js'

/** A snippet of a guide in a language that is run, and what the guide says that it prints; null where it says nothing. */
export interface Snippet {
  readonly language: 'sh' | 'ts' | 'python'
  readonly code: string
  readonly prints: string | null
}

export const guideSource = (name: GuideName): string => readFileSync(join(import.meta.dirname, `../../openapi/guides/${name}.md`), 'utf8')

/** The snippets of a guide in their order. A `text` block says what each snippet prints that stands between it and the `text` block before. */
export function snippetsOf(source: string): Snippet[] {
  const blocks = [...source.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, body]) => ({ language: language!, body: body! }))
  return blocks.flatMap(({ language, body }, i) => {
    if (language !== 'sh' && language !== 'ts' && language !== 'python') return []
    const next = blocks.slice(i + 1).find((block) => block.language === 'text' || block.language === 'sh')
    return [{ language, code: body, prints: next?.language === 'text' ? next.body : null }]
  })
}

/** The rows of the tables under a heading of the reference: the words in code style of the first cell, and the other cells. */
export function rowsUnder(source: string, heading: string): { readonly names: readonly string[]; readonly cells: readonly string[] }[][] {
  const section = source.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`the reference has no section "${heading}"`)
  return section.split(/\n\n/).flatMap((paragraph) => {
    if (!paragraph.startsWith('|')) return []
    const lines = paragraph.trim().split('\n').slice(2)
    const cells = lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    return [cells.map((row) => ({ names: [...row[0]!.matchAll(/`([^`]+)`/g)].map((m) => m[1]!), cells: row.slice(1) }))]
  })
}
