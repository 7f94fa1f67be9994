import type { Span } from '../../document/span.js'
import { packBodies } from '../bodies.js'
import { MOST_CITATIONS } from '../citation.js'
import { textFragment } from '../text-fragment.js'
import { carrySearch } from './carry-search.js'
import type { Connection } from './connection.js'
import { writeBodies } from './fact-bodies.js'
import { writePlaces } from './fact-places.js'

/** What a migration does beyond SQL, by the name of its file. */
export const CARRY_OVER: Readonly<Record<string, (connection: Connection) => void>> = {
  '0008-places-and-packed-bodies.sql': packFacts,
  '0009-search.sql': carrySearch,
}

/** A fact as 0.6.0 kept it, as far as it changes. */
interface EarlierFact {
  readonly id: string
  readonly citations?: readonly (Span & Readonly<Record<string, unknown>>)[]
}

/** Facts of 0.6.0, extraction by extraction: article once, some citations of many, packed. */
function packFacts(connection: Connection): void {
  const extractions = connection.all<{ key: number; version_key: number; current: number }>(
    'SELECT key, version_key, superseded_at IS NULL AS current FROM extractions ORDER BY key',
  )
  for (const { key, version_key: versionKey, current } of extractions) {
    const rows = connection.all<{ lines: string }>(
      'SELECT CAST(lines AS TEXT) AS lines FROM fact_bodies WHERE extraction_key = ? ORDER BY key',
      key,
    )
    const text = connection.value<string>('SELECT text FROM versions WHERE key = ?', versionKey)!
    const facts = rows.flatMap(({ lines }) => lines.split('\n')).map((line) => JSON.parse(line) as EarlierFact)
    connection.run('DELETE FROM fact_bodies WHERE extraction_key = ?', key)
    const places = writeBodies(connection, key, packBodies(facts.map((fact) => JSON.stringify(refitted(fact, text)))))
    writePlaces(connection, key, facts.map(placesOf))
    if (current === 0) continue
    facts.forEach(({ id }, i) => {
      const { row, start, size } = places[i]!
      connection.run(
        'UPDATE facts SET body = ?, body_start = ?, body_size = ? WHERE id = ? AND version_key = ?',
        row,
        start,
        size,
        id,
        versionKey,
      )
    })
  }
}

/** What 0.6.0 repeated in each citation. */
const REPEATED: ReadonlySet<string> = new Set(['title', 'publisher', 'url', 'publishedAt', 'link'])

function refitted({ citations = [], ...fact }: EarlierFact, text: string): object {
  const kept = citations.slice(0, MOST_CITATIONS).map((citation) => ({
    ...Object.fromEntries(Object.entries(citation).filter(([name]) => !REPEATED.has(name))),
    fragment: textFragment(text, citation),
  }))
  return { ...fact, citations: kept, citationCount: citations.length, article: null }
}

const placesOf = ({ id, citations = [] }: EarlierFact): { id: string; places: readonly number[] } => ({
  id,
  places: citations.length > MOST_CITATIONS ? citations.flatMap(({ start, end }) => [start, end]) : [],
})
