/** Measures main content and metadata on pages with gold: `npx tsx test/ingest/measure-pages.ts FOLDER` (gold.jsonl, ID.html.gz). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ingest, type Ingested } from '../../src/ingest/ingest.js'

interface Gold {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly publishedAt: string
  readonly authors: string
  readonly body: string
}

const folder = process.argv[2] ?? '../shared/bench/html'
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const same = (a: string | null, b: string): boolean => words(a ?? '').join('') === words(b).join('')

/** Twice the words in common, through the words of both. */
function tokenF1(found: string, gold: string): number {
  const left = new Map<string, number>()
  for (const word of words(gold)) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of words(found)) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return (2 * common) / (words(found).length + words(gold).length)
}

function withoutIgnored({ text, ignored }: Ingested): string {
  let at = 0
  const kept: string[] = []
  for (const { start, end } of ignored) {
    kept.push(text.slice(at, start))
    at = end
  }
  return [...kept, text.slice(at)].join(' ')
}

const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Gold)
const rows = gold.map((page) => {
  const found = ingest({ html: gunzipSync(readFileSync(join(folder, `${page.id}.html.gz`))).toString(), url: page.url })
  return {
    id: page.id,
    body: tokenF1(found.text, page.body),
    kept: tokenF1(withoutIgnored(found), page.body),
    title: same(found.meta.title, page.title),
    date: (found.meta.publishedAt ?? 'NaT').slice(0, 10) === page.publishedAt,
    authors: page.authors === '' ? null : same(found.meta.author, page.authors),
  }
})
const mean = (values: readonly (number | boolean)[]): string =>
  (values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length).toFixed(3)

for (const row of rows.filter(({ body }) => body < 0.9)) console.log(row.id, row.body.toFixed(3))
console.log(`${rows.length} pages`)
console.log(`body F1                  ${mean(rows.map(({ body }) => body))}`)
console.log(`body F1 without ignored  ${mean(rows.map(({ kept }) => kept))}`)
console.log(`title                    ${mean(rows.map(({ title }) => title))}`)
console.log(`date                     ${mean(rows.map(({ date }) => date))}`)
console.log(`authors                  ${mean(rows.map(({ authors }) => authors).filter((match) => match !== null))}`)
