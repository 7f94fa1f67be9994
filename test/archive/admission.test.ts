import { expect, test } from 'vitest'
import { Admission } from '../../src/archive/admission.js'
import { ArchiveError } from '../../src/archive/archive.js'
import { Turns } from '../../src/archive/turns.js'

const codeOf = (error: unknown): string => (error instanceof ArchiveError ? error.code : String(error))

/** Work that ends when it is told to. */
function pending() {
  let end = (): void => undefined
  const promise = new Promise<void>((resolve) => (end = resolve))
  return { work: () => promise, end: () => end() }
}

test('no more is taken than fits, by number and by length', async () => {
  const admission = new Admission(2, 100)
  const [a, b] = [pending(), pending()]
  const first = admission.admit(500, a.work) // alone, any length is taken
  await expect(admission.admit(1, b.work).catch(codeOf)).resolves.toBe('overloaded')
  a.end()
  await first
  const both = [admission.admit(40, a.work), admission.admit(40, b.work)]
  expect(admission.count).toBe(2)
  await expect(admission.admit(1, b.work).catch(codeOf)).resolves.toBe('overloaded')
  b.end()
  await Promise.all(both)
  expect(admission.count).toBe(0)
})

test('a failure frees its place', async () => {
  const admission = new Admission(1)
  await expect(admission.admit(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(admission.count).toBe(0)
  await expect(admission.admit(1, async () => 'yes')).resolves.toBe('yes')
})

test('closing waits for what is under way and takes nothing new', async () => {
  const admission = new Admission()
  const work = pending()
  const running = admission.admit(1, work.work)
  let closed = false
  const closing = admission.close().then(() => (closed = true))
  await expect(admission.admit(1, work.work).catch(codeOf)).resolves.toBe('shutting_down')
  expect(closed).toBe(false)
  work.end()
  await Promise.all([running, closing])
  expect(closed).toBe(true)
})

test('turns: one after the other for one key, together for others, past failures too', async () => {
  const turns = new Turns()
  const order: string[] = []
  const first = pending()
  const running = [
    turns.take('a', () => first.work().then(() => void order.push('a1'))),
    turns
      .take('a', async () => {
        order.push('a2')
        throw new Error('no')
      })
      .catch(() => undefined),
    turns.take('a', async () => order.push('a3')),
    turns.take('b', async () => order.push('b1')),
  ]
  await running[3]
  first.end()
  await Promise.all(running)
  expect(order).toEqual(['b1', 'a1', 'a2', 'a3'])
})
