import type { FactRecord } from '../records.js'
import type { Connection } from './connection.js'
import { PLACE } from './current-facts.js'
import { readBodies } from './fact-bodies.js'
import { packWords } from './packed-words.js'
import { addPublisher } from './publishers.js'

/** What earlier versions did not index: places and confidence of facts, publishers; and the kept words packed. One pass over current versions. */
export function carrySearch(connection: Connection): void {
  const versions = connection.all<{ key: number; publisher: string | null; published: number; extraction: number }>(
    `SELECT v.key, v.publisher, v.published, e.key AS extraction FROM versions v
     JOIN extractions e ON e.version_key = v.key AND e.superseded_at IS NULL WHERE v.current = 1 ORDER BY v.key`,
  )
  for (const { key, publisher, published, extraction } of versions) {
    addPublisher(connection, publisher)
    for (const body of readBodies(connection, extraction)) carryFact(connection, key, published, JSON.parse(body) as FactRecord)
    packSentences(connection, key)
    packFacts(connection, key)
  }
  connection.database.exec('DROP TABLE earlier_sentences; DROP TABLE earlier_fact_words')
}

function carryFact(connection: Connection, versionKey: number, published: number, { id, confidence, place }: FactRecord): void {
  const fact = connection.get<{ key: number; postings: string }>(
    'SELECT key, postings FROM facts WHERE id = ? AND version_key = ?',
    id,
    versionKey,
  )
  if (!fact) return
  connection.run('UPDATE facts SET confidence = ? WHERE key = ?', confidence ?? 0, fact.key)
  const party = place?.entityId && connection.value<number>('SELECT key FROM parties WHERE entity_id = ?', place.entityId)
  if (!party) return
  const postings = [...(JSON.parse(fact.postings) as unknown[]), [party, PLACE]]
  connection.run('UPDATE facts SET postings = ? WHERE key = ?', JSON.stringify(postings), fact.key)
  connection.run(
    'INSERT INTO fact_parties (party, role, published, id, fact) VALUES (?, ?, ?, ?, ?)',
    party,
    PLACE,
    published,
    id,
    fact.key,
  )
}

function packSentences(connection: Connection, versionKey: number): void {
  const row = connection.get<{ bounds: Uint8Array; title_words: string; words: string }>(
    'SELECT bounds, title_words, words FROM earlier_sentences WHERE version_key = ?',
    versionKey,
  )
  if (!row) return
  const lines = row.bounds.length === 0 ? [] : row.words.split('\n')
  connection.run(
    'INSERT INTO sentences (version_key, bounds, words) VALUES (?, ?, ?)',
    versionKey,
    row.bounds,
    packWords([row.title_words, ...lines]),
  )
}

function packFacts(connection: Connection, versionKey: number): void {
  const facts = connection.value<string>('SELECT facts FROM earlier_fact_words WHERE version_key = ?', versionKey)
  if (facts === undefined) return
  connection.run('INSERT INTO fact_words (version_key, words) VALUES (?, ?)', versionKey, packWords(JSON.parse(facts)))
}
