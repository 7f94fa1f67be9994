import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The README as it stands. */
export const README = readFileSync(join(root, 'README.md'), 'utf8')

/** The section under a heading, up to the next heading of the same or a higher level. */
export function section(heading: string): string {
  const level = /^#+/.exec(heading)![0].length
  const start = README.indexOf(`\n${heading}\n`)
  if (start < 0) throw new Error(`the README has no section "${heading}"`)
  const rest = README.slice(start + heading.length + 2)
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** The words in code style in the first column of the tables of a section. */
export const firstColumn = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const cell = /^\| ([^|]+) \|/.exec(line)?.[1]
    return cell ? [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!) : []
  })

/** The tour: each command with the answer that is printed under it; null where none is. */
export function tour(): { readonly command: string; readonly language: string | null; readonly answer: string | null }[] {
  const blocks = [...section('## A tour in five minutes').matchAll(/```(\w+)\n([\s\S]*?)```/g)].map((m) => ({
    language: m[1]!,
    body: m[2]!,
  }))
  return blocks.flatMap(({ language, body }, i) => {
    if (language !== 'sh') return []
    const next = blocks[i + 1]
    return [
      {
        command: body.trim(),
        language: next && next.language !== 'sh' ? next.language : null,
        answer: next && next.language !== 'sh' ? next.body : null,
      },
    ]
  })
}
