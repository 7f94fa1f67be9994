import type { FoundFact } from '../codec.js'
import type { Connection } from './connection.js'

/** Writes where those facts stand that stand in more places than are kept with them. */
export function writePlaces(connection: Connection, extractionKey: number, facts: readonly Pick<FoundFact, 'id' | 'places'>[]): void {
  for (const { id, places } of facts) {
    if (places.length === 0) continue
    const bytes = Buffer.alloc(places.length * 4)
    places.forEach((at, i) => bytes.writeUInt32LE(at, i * 4))
    connection.run('INSERT INTO fact_places (extraction_key, id, places) VALUES (?, ?, ?)', extractionKey, id, bytes)
  }
}
