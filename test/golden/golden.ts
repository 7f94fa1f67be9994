import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { annotations } from '../../src/archive/work.js'
import type { Submission } from '../../src/ingest/submission.js'

const SAMPLES = new URL('../../data/samples/', import.meta.url)
const EXPECTED = new URL('./expected/', import.meta.url)

/** The sample articles by name, as they are posted. */
export const samples: readonly { readonly name: string; readonly submission: Submission }[] = readdirSync(SAMPLES)
  .filter((file) => /\.(?:json|html)$/.test(file))
  .sort()
  .map((file) => {
    const content = readFileSync(new URL(file, SAMPLES), 'utf8')
    return {
      name: basename(file, extname(file)),
      submission: file.endsWith('.html') ? { html: content } : (JSON.parse(content) as Submission),
    }
  })

/** Where the expected result of a sample stands. */
export const expectedFile = (name: string): URL => new URL(`${name}.json`, EXPECTED)

/** The expected result of a sample as it is stored; null before it was first written. */
export const expected = (name: string): string | null => (existsSync(expectedFile(name)) ? readFileSync(expectedFile(name), 'utf8') : null)

/** Everything found in a sample as JSON with one item on a line, so that a difference names the item. */
export function found(submission: Submission): string {
  const { text, ...layers } = annotations(submission)
  const members = Object.entries(submission.html === undefined ? layers : { ...layers, text: text.split('\n\n') })
  return `{\n${members.map(([name, value]) => `"${name}": ${lines(value)}`).join(',\n')}\n}\n`
}

function lines(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value)
  return `[\n${value.map((item) => '  ' + JSON.stringify(item)).join(',\n')}\n]`
}

/** Lines of the first text that the second lacks (`-`), then the other way round (`+`), each in its order. */
export function difference(before: string, after: string): string[] {
  return [...without(before, after).map((line) => `- ${line}`), ...without(after, before).map((line) => `+ ${line}`)]
}

function without(text: string, other: string): string[] {
  const left = new Map<string, number>()
  const plain = (line: string) => line.replace(/,$/, '')
  for (const line of other.split('\n').map(plain)) left.set(line, (left.get(line) ?? 0) + 1)
  return text
    .split('\n')
    .map(plain)
    .filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
}
