import { expect, test } from 'vitest'
import { distance } from '../../src/cli/distance.js'

test.each([
  ['2019-04-24', '2019-04-22', 'day', '−2 days'],
  ['2019-04-24', '2019-04-25', 'day', '+1 day'],
  ['2019-04-24', '2019-04-24', 'day', 'same day'],
  ['2019-04-24', '2019-04-15', 'week', '−1 week'],
  ['2019-04-24', '2019-04-29', 'week', '+1 week'],
  ['2019-04-24', '2018-12-01', 'month', '−4 months'],
  ['2019-04-24', '2018-10-01', 'quarter', '−2 quarters'],
  ['1985', '1986-01-01', 'year', '+1 year'],
  ['1985', '1985-06-01', 'month', ''],
  ['1864-SP', '1864-06-01', 'day', ''],
  [null, '2019-04-22', 'day', ''],
] as const)('from %s to %s in %ss: %s', (basis, from, precision, expected) => {
  expect(distance(basis, from, precision)).toBe(expected)
})
