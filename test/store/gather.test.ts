import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from '../../src/store/sqlite/gather.js'
import type { Call } from '../../src/store/sqlite/thread-messages.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const save = (call: number, patient: boolean): Call => ({ call, method: 'saveAnalysis', args: [{}, { at: '', restore: false, patient }] })

function gathered() {
  const groups: number[][] = []
  const take = gather((calls) => groups.push(calls.map(({ call }) => call)))
  return { groups, take }
}

test('what came together is handed over together, at once', () => {
  const { groups, take } = gathered()
  take(save(1, false))
  take({ call: 2, method: 'ready', args: [] })
  vi.advanceTimersByTime(1)
  expect(groups).toEqual([[1, 2]])
})

test('patient calls wait for others, but not for long', () => {
  const { groups, take } = gathered()
  take(save(1, true))
  vi.advanceTimersByTime(30)
  take(save(2, true))
  expect(groups).toEqual([])
  vi.advanceTimersByTime(30)
  expect(groups).toEqual([[1, 2]])
  vi.advanceTimersByTime(1000)
  expect(groups.length).toBe(1)
})

test('enough of them wait no longer; another call takes those that wait along, in their order', () => {
  const { groups, take } = gathered()
  for (const call of [1, 2, 3, 4, 5]) take(save(call, true))
  vi.advanceTimersByTime(1)
  take(save(6, true))
  take({ call: 7, method: 'close', args: [] })
  vi.advanceTimersByTime(1)
  expect(groups).toEqual([
    [1, 2, 3, 4, 5],
    [6, 7],
  ])
})
