import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldedText, foldedTokens, occurrences, phraseOf } from '../../src/store/fold.js'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('folding', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['Renée', 'renee'],
    ['İstanbul', 'istanbul'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['ﬁnance', 'finance'],
    ['Ｋｉｍ', 'kim'],
    ['Việt', 'viet'],
    ['Йод', 'иод'],
    ['が', 'が'],
    ['กิน', 'กิน'],
    ['한국', '한국'],
  ])('%s is looked for as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('folding again changes nothing, and neither does a composed or decomposed form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('tokens stand in order inside the text and hold nothing that a search could take for an operator', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const token of foldedTokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(token.ends.at(-1)).toBeLessThanOrEqual(text.length)
          expect(token.ends[0]).toBeGreaterThan(token.start)
          expect(token.text).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          last = token.start
        }
        expect(foldedText(text)).toBe(
          foldedTokens(text)
            .map((token) => token.text)
            .join(' '),
        )
      }),
      { numRuns: 2_000, seed: 2 },
    )
  })

  test('words are whole, and every part of a script without spaces is found', () => {
    expect(foldedText("Kim Jong-un's 8,000")).toBe('kim jong un s 8 000')
    expect(foldedText('朝鲜民主')).toBe('朝鲜民 鲜民主 民主 主')
    const run = fc.string({ unit: fc.constantFrom(...'朝鲜民主主义人カタかがกินข'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(run, fc.nat(), fc.nat(), fc.constantFrom('', ' end', '2019'), (text, from, length, after) => {
        const characters = [...text.matchAll(/.\p{M}*/gsu)].map(([character]) => character)
        const start = from % characters.length
        const part = characters.slice(start, start + 1 + (length % (characters.length - start))).join('')
        const spans = occurrences(foldedTokens(text + after), phraseOf(part)!)
        expect(spans.length).toBeGreaterThan(0)
        for (const [a, b] of spans) expect(fold((text + after).slice(a, b))).toContain(fold(part))
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  test('a phrase goes on from one script into another', () => {
    expect(occurrences(foldedTokens('在朝鲜2019年'), phraseOf('朝鲜2019年')!)).toEqual([[1, 8]])
    expect(occurrences(foldedTokens('在朝鲜民2019年'), phraseOf('朝鲜2019')!)).toEqual([])
  })
})
