/** Measures main content and metadata on pages with gold: `npx tsx test/ingest/measure-pages.ts FOLDER` (gold.jsonl, ID.html.gz). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ingest, type Ingested } from '../../src/ingest/ingest.js'
import { JUDGED, PUBLISHERS } from './judged-pages.js'

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
type Field = 'title' | 'date' | 'authors' | 'publisher'
const FIELDS: readonly Field[] = ['title', 'date', 'authors', 'publisher']

/** What the gold says, and what the page states where somebody read it and found the gold wrong; null where it states nothing. */
function wanted(page: Gold, field: Field): { readonly gold: string | null; readonly page: string | null } {
  const id = page.id.slice(0, 6)
  const gold = {
    title: page.title,
    date: page.publishedAt === 'NaT' ? null : page.publishedAt,
    authors: page.authors || null,
    publisher: null,
  }[field]
  const judged = field === 'publisher' ? PUBLISHERS[id] : JUDGED[id]?.[field]
  return { gold, page: judged === undefined ? gold : judged }
}

const rows = gold.map((page) => {
  const found = ingest({ html: gunzipSync(readFileSync(join(folder, `${page.id}.html.gz`))).toString(), url: page.url })
  const { title, publishedAt, author, publisher } = found.meta
  const read = { title, date: publishedAt?.slice(0, 10) ?? null, authors: author, publisher }
  return {
    id: page.id.slice(0, 6),
    body: tokenF1(found.text, page.body),
    kept: tokenF1(withoutIgnored(found), page.body),
    fields: FIELDS.map((field) => ({ field, found: read[field], ...wanted(page, field) })),
  }
})
const mean = (values: readonly number[]): string => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3)
const right = (found: string | null, stated: string | null): boolean => stated !== null && same(found, stated)
const share = (hits: number, of: number): string => (of === 0 ? '–' : `${hits}/${of} ${((100 * hits) / of).toFixed(1)} %`)

for (const { id, fields } of rows) {
  for (const { field, found, page } of fields) {
    if (page === null ? found !== null && field !== 'publisher' : !right(found, page))
      console.log(id, field, JSON.stringify(found), 'page:', JSON.stringify(page))
  }
}
console.log(`${rows.length} pages`)
console.log(`body F1                  ${mean(rows.map(({ body }) => body))}`)
console.log(`body F1 without ignored  ${mean(rows.map(({ kept }) => kept))}`)
console.log('field      as the gold has it   as the page states it')
for (const field of FIELDS) {
  const cases = rows.map(({ fields }) => fields.find((each) => each.field === field)!)
  const inGold = cases.filter(({ gold }) => gold !== null)
  const stated = cases.filter(({ page }) => page !== null)
  const byGold = share(inGold.filter(({ found, gold }) => right(found, gold)).length, inGold.length)
  console.log(field.padEnd(10), byGold.padEnd(20), share(stated.filter(({ found, page }) => right(found, page)).length, stated.length))
}
