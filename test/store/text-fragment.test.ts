import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, before } from '../../src/store/excerpt.js'
import { textFragment } from '../../src/store/text-fragment.js'

const link = (text: string, quote: string): string => {
  const start = text.indexOf(quote)
  return textFragment(text, { start, end: start + quote.length })
}

test('a short quote is told from its like by the words around it', () => {
  expect(link('The ship carried some 8,000 tonnes of coal to port.', '8,000 tonnes')).toBe(
    '#:~:text=ship%20carried%20some-,8%2C000%20tonnes,-of%20coal%20to',
  )
})

test('the words around it are taken from its own line', () => {
  expect(link('Weather\n40 boats sank\nSport', '40 boats sank')).toBe('#:~:text=40%20boats%20sank')
})

test('a quote of some words is itself; a long or broken one is its ends', () => {
  const text = 'one two three four five six seven eight nine ten\neleven twelve'
  expect(link(text, 'two three four five six')).toBe('#:~:text=two%20three%20four%20five%20six')
  expect(link(text, text)).toBe('#:~:text=one%20two%20three%20four,nine%20ten%20eleven%20twelve')
  expect(link(text, 'ten\neleven')).toBe('#:~:text=ten,eleven')
})

test('characters with a meaning in a directive are escaped', () => {
  expect(link('a well-known R&D site (x)', 'a well-known R&D site (x)')).toBe('#:~:text=a%20well%2Dknown%20R%26D%20site%20%28x%29')
})

test('any span of any text has a link of bounded length that decodes to words of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length
      const end = start + 1 + (b % (text.length - start))
      const directive = textFragment(text, { start, end }).split(':~:text=')[1]!
      expect(directive).toMatch(/^[\w.%,-]*$/)
      expect(() => decodeURIComponent(directive)).not.toThrow()
    }),
  )
})

test('no context splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat({ max: 40 }), (text, a, length) => {
      let at = a % text.length
      if (/[\uDC00-\uDFFF]/.test(text[at]!)) at--
      expect(before(text, at, length)).not.toMatch(/^[\uDC00-\uDFFF]/)
      expect(after(text, at, length)).not.toMatch(/[\uD800-\uDBFF]$/)
      expect(before(text, at, 1e9) + after(text, at, 1e9)).toBe(text)
    }),
  )
})
