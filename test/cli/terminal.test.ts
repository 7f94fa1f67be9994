import fc from 'fast-check'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { sniff } from '../../src/cli/submissions.js'
import { columns, fit, painter, widthOf } from '../../src/cli/terminal.js'

test('a line never takes more columns than it may', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const line = fit(text, width)
      expect(widthOf(line)).toBeLessThanOrEqual(width)
      expect(line).not.toMatch(/\p{Cc}/u)
    }),
  )
})

test('wide characters count two, marks none', () => {
  expect(widthOf('東京')).toBe(4)
  expect(widthOf('é')).toBe(1)
  expect(fit('東京都', 5)).toBe('東京…')
})

test('columns are aligned, whatever is in them', () => {
  expect(
    columns(
      [
        ['a', 'one', 'x'],
        ['東京', 'a long cell', 'y'],
      ],
      [4, 6, 9],
    ),
  ).toEqual(['a     one     x', '東京  a lon…  y'])
})

test('what an article says cannot steer the terminal', () => {
  expect(fit('a\u001b[31mred\u0007\r\nb', 40)).toBe('a [31mred b')
})

test('colours are for terminals', () => {
  const stream = (isTTY: boolean) => Object.assign(new Writable(), { isTTY })
  expect(painter(stream(false))('red', 'x')).toBe('x')
  expect(painter(stream(true))('red', 'x')).toBe('\u001b[31mx\u001b[0m')
})

test.each([
  ['  <html>', 'html'],
  ['{"text": "a"}', 'json'],
  ['{\n  "text": "a"\n}\n', 'json'],
  ['{"text": "a"}\n{"text": "b"}\n', 'ndjson'],
  ['The {brace} is inside.', 'text'],
] as const)('%j is %s', (text, format) => {
  expect(sniff(Buffer.from(text))).toBe(format)
})
