import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { UnpackedRows } from '../../src/store/unpacked-rows.js'

test('a row that was read before is not unpacked again', () => {
  const rows = new UnpackedRows()
  const row = deflateRawSync('one')
  const first = rows.unpack(1, row)
  expect(first.toString()).toBe('one')
  expect(rows.unpack(1, Buffer.from(row))).toBe(first)
})

test('another row under a key that was used before is read', () => {
  const rows = new UnpackedRows()
  rows.unpack(1, deflateRawSync('one'))
  expect(rows.unpack(1, deflateRawSync('two')).toString()).toBe('two')
})

test('what was read longest ago gives way', () => {
  const rows = new UnpackedRows(10)
  const [one, two, three] = ['aaaa', 'bbbb', 'cccc'].map((text) => deflateRawSync(text))
  const first = rows.unpack(1, one!)
  const second = rows.unpack(2, two!)
  expect(rows.unpack(1, one!)).toBe(first)
  rows.unpack(3, three!)
  expect(rows.unpack(1, one!)).toBe(first)
  expect(rows.unpack(2, two!)).not.toBe(second)
})
