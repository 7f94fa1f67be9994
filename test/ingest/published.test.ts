import { expect, it } from 'vitest'
import { publicationTime } from '../../src/ingest/published.js'

it.each([
  ['2019-04-24T15:45:00+08:00', '2019-04-24T15:45:00+08:00'],
  ['2019-04-24T15:45:00+0800', '2019-04-24T15:45:00+08:00'],
  ['2019-04-24T15:45Z', '2019-04-24T15:45:00Z'],
  ['2019-04-24T15:45:00.123Z', '2019-04-24T15:45:00Z'],
  ['2019-04-24 15:45:00 -0500', '2019-04-24T15:45:00-05:00'],
  ['20190424T154500Z', '2019-04-24T15:45:00Z'],
  ['Wed, 24 Apr 2019 15:45:00 GMT', '2019-04-24T15:45:00Z'],
  ['2019-04-24T15:45:00', '2019-04-24'],
  ['2019-04-24', '2019-04-24'],
  ['April 24, 2019', '2019-04-24'],
  ['Published 24th April 2019', '2019-04-24'],
  ['24 Apr. 2019', '2019-04-24'],
  ['2020-02-29', '2020-02-29'],
])('%s → %s', (stated, read) => {
  expect(publicationTime(stated)).toBe(read)
})

it.each(['2019-04-31', '2019-13-01', 'yesterday', '', '0000-00-00', '31 Foo 2019', '9'.repeat(500), '2019-02-29T10:00:00Z'])(
  'ignores: %s',
  (stated) => {
    expect(publicationTime(stated)).toBeNull()
  },
)

it('keeps the day of a time that no clock shows', () => {
  expect(publicationTime('2019-04-24T25:00:00Z')).toBe('2019-04-24')
  expect(publicationTime('2019-04-24T10:00:00+19:00')).toBe('2019-04-24')
})
