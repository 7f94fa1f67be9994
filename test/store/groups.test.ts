import { describe, expect, test } from 'vitest'
import { Connection } from '../../src/store/sqlite/connection.js'
import { inGroups } from '../../src/store/sqlite/groups.js'
import type { Call, Reply } from '../../src/store/sqlite/thread-messages.js'
import Database from 'better-sqlite3'

const save = (call: number): Call => ({ call, method: 'saveAnalysis', args: [] })
const read = (call: number): Call => ({ call, method: 'identify', args: [] })

/** A database of numbers; each call writes its own, and what it saw of the transaction around it is kept. */
function numbers(fails: (call: number, connection: Connection) => void = () => undefined) {
  const connection = new Connection(new Database(':memory:'))
  connection.database.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)')
  const grouped: boolean[] = []
  const answer = ({ call, method }: Call): Reply => {
    grouped.push(connection.database.inTransaction)
    try {
      if (method === 'saveAnalysis') {
        connection.atomically(() => {
          connection.run('INSERT INTO numbers (n) VALUES (?)', call)
          fails(call, connection)
        })
      }
      return { call, value: call }
    } catch (error) {
      return { call, error: { message: (error as Error).message, kind: 'unexpected' as const } }
    }
  }
  const written = (): number[] => connection.all<{ n: number }>('SELECT n FROM numbers ORDER BY n').map(({ n }) => n)
  return { connection, answer, grouped, written }
}

describe('calls in groups', () => {
  test('writes that wait together share a transaction, in their order; other calls stand alone', () => {
    const { connection, answer, grouped, written } = numbers()
    const calls = [save(1), save(2), read(3), save(4)]
    expect([...inGroups(connection, calls, answer)].map(({ value }) => value)).toEqual([1, 2, 3, 4])
    expect(grouped).toEqual([true, true, false, false])
    expect(written()).toEqual([1, 2, 4])
  })

  test('nothing is answered before its group is on disk', () => {
    const { connection, answer } = numbers()
    for (const reply of inGroups(connection, [save(1), save(2), save(3)], answer)) {
      expect([reply.value !== undefined, connection.database.inTransaction]).toEqual([true, false])
    }
  })

  test('a call that fails takes back only its own writes', () => {
    const { connection, answer, written } = numbers((call) => {
      if (call === 2) throw new Error('no')
    })
    const replies = [...inGroups(connection, [save(1), save(2), save(3)], answer)]
    expect(replies.map(({ error }) => error?.message)).toEqual([undefined, 'no', undefined])
    expect(written()).toEqual([1, 3])
  })

  test('where the database gives the whole transaction up, each call is made again by itself', () => {
    let full = true
    const { connection, answer, written } = numbers((call) => {
      if (call !== 2 || !full) return
      full = false
      connection.database.exec('ROLLBACK') // as SQLite does when the disk is full
      throw new Error('database or disk is full')
    })
    const replies = [...inGroups(connection, [save(1), save(2), save(3)], answer)]
    expect(replies.map(({ value }) => value)).toEqual([1, 2, 3])
    expect(written()).toEqual([1, 2, 3])
  })

  test('a group has an end', () => {
    const { connection, answer, written } = numbers()
    const calls = Array.from({ length: 50 }, (_, i) => save(i + 1))
    const replies = inGroups(connection, calls, answer)
    replies.next()
    expect(written().length).toBe(16)
    expect([...replies].length).toBe(49)
    expect(written().length).toBe(50)
  })
})
