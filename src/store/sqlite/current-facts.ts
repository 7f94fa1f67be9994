import type { FoundFact, UnpackedArticle } from '../codec.js'
import { BREAK, fold } from '../fold.js'
import type { Connection } from './connection.js'
import type { ArticleParties } from './current-entities.js'
import { writeBodies } from './fact-bodies.js'
import { writePlaces } from './fact-places.js'
import { packWords, unpackWords } from './packed-words.js'
import { FOREVER, instantOf, spanOf, UNDATED } from './instants.js'

/** Roles in `fact_parties`. */
export const PARTICIPANT = 0
export const SPEAKER = 1
export const RELAY = 2
export const PLACE = 3

/** Stands for "no amount" in the sort column, and for the open end of a range. */
export const LEAST = -Number.MAX_VALUE
export const MOST = Number.MAX_VALUE

/** What of a fact stands in `fact_index`. */
type IndexedWords = readonly [key: number, said: string, counted: string]

type Posting = readonly [party: number, role: number]

const INSERT_FACT = `INSERT INTO facts (id, version_key, published, kind, status, polarity, attributed, publisher, event, office, unit,
  currency, moment, time_from, time_to, time_span, amount, low, high, confidence,
  postings, body, body_start, body_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** One extraction of one version, whose entities are written. */
interface ExtractionToWrite {
  readonly versionKey: number
  readonly extractionKey: number
  readonly article: UnpackedArticle
  readonly parties: ArticleParties
  /** `foldedText`. */
  readonly folded: (text: string) => string
}

/** Writes the facts of one extraction, with everything they can be found by. */
export function writeFacts(connection: Connection, { versionKey, extractionKey, article, parties, folded }: ExtractionToWrite): void {
  const { publisher, publishedAt, tags } = article.meta
  const published = instantOf(publishedAt)
  const places = writeBodies(connection, extractionKey, article.bodies)
  const words: IndexedWords[] = []
  for (const [i, fact] of article.facts.entries()) {
    const place = places[i]!
    const postings = postingsOf(fact, parties)
    const time = timeOf(fact)
    const { amount, low, high } = amountOf(fact)
    const key = connection.insert(
      INSERT_FACT,
      fact.id,
      versionKey,
      published,
      fact.kind,
      fact.status,
      fact.polarity,
      fact.sources.length > 0 ? 1 : 0,
      publisher,
      fact.kind === 'event' && fact.predicate !== null ? fold(fact.predicate) : null,
      fact.kind === 'role' && fact.office !== null ? fold(fact.office) : null,
      fact.unit,
      fact.currency,
      time.moment,
      time.from,
      time.to,
      time.span,
      amount,
      low,
      high,
      fact.confidence,
      JSON.stringify(postings),
      place.row,
      place.start,
      place.size,
    )
    for (const [party, role] of postings) {
      connection.run(
        'INSERT INTO fact_parties (party, role, published, id, fact) VALUES (?, ?, ?, ?, ?)',
        party,
        role,
        published,
        fact.id,
        key,
      )
    }
    for (const tag of new Set(tags)) {
      connection.run('INSERT INTO fact_tags (tag, published, id, fact) VALUES (?, ?, ?, ?)', tag, published, fact.id, key)
    }
    const said = `${folded(fact.summary)} ${BREAK} ${folded(fact.sentences)}`
    const counted = fact.of === null ? '' : folded(fact.of)
    words.push([key, said, counted])
    connection.run('INSERT INTO fact_index (rowid, said, counted) VALUES (?, ?, ?)', key, said, counted)
  }
  connection.run('INSERT INTO fact_words (version_key, words) VALUES (?, ?)', versionKey, packWords(words))
  writePlaces(connection, extractionKey, article.facts)
}

function postingsOf({ id, entityIds, sources, placeId }: FoundFact, { entities, sources: inWords }: ArticleParties): Posting[] {
  const postings: Posting[] = entityIds.map((entityId) => [entityParty(id, entityId, entities), PARTICIPANT])
  for (const { role, entityId, name } of sources) {
    postings.push([entityId === null ? inWords.get(name)! : entityParty(id, entityId, entities), role === 'speaker' ? SPEAKER : RELAY])
  }
  if (placeId !== null) postings.push([entityParty(id, placeId, entities), PLACE])
  const seen = new Set<string>()
  return postings.filter((posting) => seen.size < seen.add(posting.join()).size)
}

function entityParty(factId: string, entityId: string, entities: ReadonlyMap<string, number>): number {
  const party = entities.get(entityId)
  if (party === undefined) throw new Error(`The fact ${factId} names the entity ${entityId}, which its article does not have.`)
  return party
}

function timeOf({ timeFrom, timeTo }: FoundFact): { moment: number; from: number | null; to: number | null; span: number | null } {
  if (timeFrom === null && timeTo === null) return { moment: UNDATED, from: null, to: null, span: null }
  const from = timeFrom ?? UNDATED
  const to = Math.max(timeTo ?? FOREVER, from + 1)
  return { moment: timeFrom ?? timeTo!, from, to, span: spanOf(from, to) }
}

function amountOf({ value, min, max }: FoundFact): { amount: number; low: number | null; high: number | null } {
  if (value !== null) return { amount: value, low: value, high: value }
  if (min === null && max === null) return { amount: LEAST, low: null, high: null }
  return { amount: min ?? max!, low: min ?? LEAST, high: max ?? MOST }
}

interface CurrentRow {
  readonly key: number
  readonly id: string
  readonly published: number
  readonly postings: string
}

/** Takes the article's facts out of everything they can be found by; their bodies stay as history. */
export function eraseFacts(connection: Connection, versionKey: number, tags: readonly string[]): void {
  const rows = connection.all<CurrentRow>('SELECT key, id, published, postings FROM facts WHERE version_key = ?', versionKey)
  for (const { key, id, published, postings } of rows) {
    for (const [party, role] of JSON.parse(postings) as Posting[]) {
      connection.run('DELETE FROM fact_parties WHERE party = ? AND role = ? AND published = ? AND id = ?', party, role, published, id)
    }
    for (const tag of new Set(tags)) connection.run('DELETE FROM fact_tags WHERE tag = ? AND published = ? AND id = ?', tag, published, id)
    connection.run('DELETE FROM facts WHERE key = ?', key)
  }
  const packed = connection.value<Uint8Array>('SELECT words FROM fact_words WHERE version_key = ?', versionKey)
  for (const [key, said, counted] of packed ? unpackWords<IndexedWords[]>(packed) : []) {
    connection.run(`INSERT INTO fact_index (fact_index, rowid, said, counted) VALUES ('delete', ?, ?, ?)`, key, said, counted)
  }
  connection.run('DELETE FROM fact_words WHERE version_key = ?', versionKey)
}
