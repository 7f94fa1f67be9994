import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadWords, readNames, readWords } from '../../src/query/words.js'
import { foldedTokens } from '../../src/store/fold.js'
import { highlightsOf, meets, type WordQuery } from '../../src/store/word-query.js'

/** A tree as text: `+` all, `|` any, `!` none. */
function shown(query: WordQuery): string {
  if ('phrases' in query) return query.phrases.map(({ tokens, prefix }) => tokens.join(' ') + (prefix > 0 ? '*' : '')).join('/')
  if ('any' in query) return `(${query.any.map(shown).join(' | ')})`
  return `(${[...query.all.map(shown), ...query.none.map((each) => `!${shown(each)}`)].join(' + ')})`
}

describe('what q asks for', () => {
  test.each([
    ['kim "jong un" -putin', '(kim + jong un + !putin)'],
    ['Jong-un -"not this"', '(jong un + !not this)'],
    ['“curly quotes” “open', '(curly quotes + open)'],
    ['-only', '(!only)'],
    ['a"b"c', '(a + b + c)'],
    ['kim AND putin', '(kim + putin)'],
    ['a b OR c OR d e', '(a + (b | c | d) + e)'],
    ['storm OR (ferry -quay)', '(storm | (ferry + !quay))'],
    ['(storm OR ferry) NOT harbour', '((storm | ferry) + !harbour)'],
    ['x -(a OR b)', '(x + !(a | b))'],
    ['x -(a -b)', '(x + !(a + !b))'],
    ['x (-a -b)', '(x + !a + !b)'],
    ['NOT NOT x', 'x'],
    ['-(-a -b)', '(a | b)'],
    ['summ* "two words"', '(summ* + two words)'],
    ['jong-un*', 'jong un*'],
    ['朝鲜 - ferry', '(朝鲜* + ferry)'],
    ['a ) b', '(a + b)'],
    ['or not and', '(or + not + and)'],
    ['5 x', '(5 + x)'],
  ])('%s', (q, wanted) => expect(shown(readNames(q))).toBe(wanted))

  test.each([
    ['', 'has no word'],
    ['- "" ()', 'has no word'],
    ['a*', 'has a*: *'],
    ['*', 'has *: *'],
    ['*mit', 'has *mit: *'],
    ['su*it', 'has su*it: *'],
    ['OR', 'has OR without'],
    ['a OR', 'has OR without'],
    ['OR a', 'has OR without'],
    ['a OR OR b', 'has OR without'],
    ['AND a', 'has AND without'],
    ['a AND', 'has AND without'],
    ['a AND AND b', 'has AND without'],
    ['a NOT', 'has NOT without'],
    ['a OR -b', 'has OR beside nothing but an unwanted word'],
    ['('.repeat(9) + 'a', 'has brackets 9 deep'],
    ['a '.repeat(65), 'has more than 64 words'],
  ])('%s is refused with a reason', (q, reason) => {
    expect(() => readNames(q)).toThrow(BadWords)
    expect(() => readNames(q)).toThrow(reason)
  })

  test('any text is a query or is refused', () => {
    const piece = fc.oneof(fc.constantFrom('(', ')', '-', '"', '*', 'OR', 'AND', 'NOT', 'storm', 'ferry*', '朝鲜', ' '), fc.string())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          shown(readWords(pieces.join(' ').slice(0, 500)))
        } catch (error) {
          expect(error).toBeInstanceOf(BadWords)
        }
      }),
      { numRuns: 500, seed: 5 },
    )
  })
})

describe('what is found', () => {
  const found = (text: string, q: string): boolean => meets(foldedTokens(text), readWords(q))
  test.each([
    ['labourer', 'Some 8,000 labourers stay.'],
    ['labourers', 'A labourer stays.'],
    ['met', 'They will meet again.'],
    ['meeting', 'They met in Oslo.'],
    ['talks', 'He talked.'],
    ['city', 'Two cities.'],
    ['stopping', 'It stopped.'],
    ['leaders', "The leader's train."],
    ['summ*', 'The summit.'],
    ['children', 'One child.'],
    ['virus', 'Viruses spread.'],
    ['Putin', "Putin's train."],
  ])('%s finds %s', (q, text) => expect(found(text, q)).toBe(true))
  test.each([
    ['"labourer"', 'Some 8,000 labourers stay.'],
    ['news', 'A new train.'],
    ['new', 'The news.'],
    ['camp', 'A campus.'],
    ['minister', 'The ministry.'],
    ['summ*', 'In sum.'],
    ['universe', 'The university.'],
    ['organ', 'An organisation.'],
  ])('%s does not find %s', (q, text) => expect(found(text, q)).toBe(false))

  test('highlights are disjoint, and show the form that stands there', () => {
    const shown = (text: string, q: string): string[] => highlightsOf(text, readWords(q)).map(([start, end]) => text.slice(start, end))
    expect(shown('The quay by the old quay: quayside, the Quays.', 'quay "the old quay"')).toEqual(['quay', 'the old quay', 'Quays'])
    expect(shown('They met; summits and a meeting.', 'meet summ* -and')).toEqual(['met', 'summits', 'meeting'])
  })
})
