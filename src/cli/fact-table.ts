import type { FactRecord } from '../store/records.js'
import { fit, padEnd, widthOf, wrap, type Paint } from './terminal.js'

const KIND = 6
const GAP = '  '
/** Narrower terminals show what proves a fact below it, not beside it. Columns. */
const BESIDE = 110

/** Facts as lines of at most `width` columns, under the article that each comes from: what, how certain, who says it, and the characters that prove it. */
export function factTable(facts: readonly FactRecord[], width: number, paint: Paint): string[] {
  const articles = [...new Set(facts.map(({ articleId }) => articleId))]
  return articles.flatMap((id) => {
    const own = facts.filter(({ articleId }) => articleId === id)
    return [heading(own[0]!, width, paint), ...own.flatMap((fact) => block(fact, width, paint)), '']
  })
}

/** `2019-04-19 · Meridian Wire · Kremlin: Putin and Kim to meet before the end of April` */
function heading({ article }: FactRecord, width: number, paint: Paint): string {
  const words = [article?.publishedAt?.slice(0, 10) ?? 'undated', article?.publisher ?? 'unknown publisher', article?.title ?? 'untitled']
  return paint('bold', fit(words.join(' · '), width))
}

function block(fact: FactRecord, width: number, paint: Paint): string[] {
  const free = width - KIND - 2 * GAP.length
  if (width < BESIDE) {
    const lines = [...wrap(fact.summary, free), ...wrap(standing(fact), free), ...quoted(fact, free).map((line) => paint('dim', line))]
    return beside([[paint('cyan', fact.kind)], lines], [KIND])
  }
  const room = free - 2 * GAP.length
  const [told, said] = [Math.floor(room * 0.4), Math.floor(room * 0.22)]
  const evidence = quoted(fact, room - told - said).map((line) => paint('dim', line))
  return beside([[paint('cyan', fact.kind)], wrap(fact.summary, told), wrap(standing(fact), said), evidence], [KIND, told, said])
}

/** Cells side by side, each of several lines. */
function beside(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, row) =>
    (GAP + cells.map((lines, i) => padEnd(lines[row] ?? '', widths[i] ?? 0)).join(GAP)).trimEnd(),
  )
}

/** How certain, and who says it: `planned, says Dmitry Peskov`. */
function standing({ status, polarity, attribution }: FactRecord): string {
  const certainty = polarity === 'affirmed' ? status : `${status}, ${polarity}`
  const names = attribution.map(({ name }) => name)
  return names.length === 0 ? certainty : `${certainty}; ${names.join(' ← ')}`
}

/** `656–709 “Some 8,000 North Korean labourers …”`, and how often it is said beside. */
function quoted({ citations, citationCount }: FactRecord, width: number): string[] {
  const { quote, start, end } = citations[0]!
  const more = citationCount > 1 ? ` (and ${citationCount - 1} more)` : ''
  const place = `${start}–${end}`
  const indent = widthOf(place) + 1
  return wrap(`“${quote}”${more}`, width - indent).map((line, i) => (i === 0 ? place : ' '.repeat(widthOf(place))) + ' ' + line)
}
