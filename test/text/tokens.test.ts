import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { Shape, TokenKind, type Tokens } from '../../src/document/tokens.js'
import { tokens } from '../../src/text/tokens.js'

const tokensOf = (text: string): Tokens => Document.open(text).with(tokens).layers.token
const forms = (text: string): string[] => {
  const token = tokensOf(text)
  return Array.from({ length: token.count }, (_, i) => token.form(i))
}

test.each([
  ["I don't think it's Kim's", "I do n't think it 's Kim 's"],
  ['They don’t say it’s Kim’s', 'They do n’t say it ’s Kim ’s'],
  ["She can't, won't and couldn't've", "She ca n't , wo n't and could n't 've"],
  ["the workers' club of O'Brien at 5 o'clock in Xi'an", "the workers ' club of O'Brien at 5 o'clock in Xi'an"],
  ['We cannot go', 'We can not go'],
  ['the Trump-Kim summit of Kim Jong-un', 'the Trump - Kim summit of Kim Jong - un'],
  ['a non-proliferation e-mail of the ex-minister', 'a non-proliferation e-mail of the ex - minister'],
  ['pre-Brexit talks in mid-July', 'pre - Brexit talks in mid - July'],
  ['the U.S. and the U.N. met', 'the U.S. and the U.N. met'],
  ['Gen. Smith, Mr. J. K. Jones Jr. and Dr. Wu', 'Gen. Smith , Mr. J. K. Jones Jr. and Dr. Wu'],
  ['at 5 p.m. on Jan. 5 (No. 7)', 'at 5 p.m. on Jan. 5 ( No. 7 )'],
  ['There is no. Sit on the sat.', 'There is no . Sit on the sat .'],
  ['vitamin C. The plan', 'vitamin C . The plan'],
  ['1,000.5 and 1,00,000 but 3,4', '1,000.5 and 1,00,000 but 3 , 4'],
  ['$11bn, US$500m and £3.5', '$ 11 bn , US $ 500 m and £ 3.5'],
  ['10:30am on 24/04/2019, 2019-04-24', '10:30 am on 24/04/2019 , 2019-04-24'],
  ['in the 1990s, the 20th of the 5G', 'in the 1990s , the 20th of the 5G'],
  ['34.5% of 17km', '34.5 % of 17 km'],
  ['a 3-2 win in 2018-19', 'a 3 - 2 win in 2018 - 19'],
  ['call 555-123-4567', 'call 555-123-4567'],
  ['see https://a.example.org/b?c=d, a.b@c.org or example.com.', 'see https://a.example.org/b?c=d , a.b@c.org or example.com .'],
  ['(https://example.org/x_(y))', '( https://example.org/x_(y) )'],
  ['Wait... what?! Yes -- no — “so” ‘it’ goes…', 'Wait ... what ?! Yes -- no — “ so ” ‘ it ’ goes …'],
  ['He said "go".', 'He said " go " .'],
  ['AT&T and R&D, black & white', 'AT&T and R&D , black & white'],
  ['and/or #MeToo by @someone', 'and / or #MeToo by @someone'],
  ['日本の首相', '日 本 の 首 相'],
  ['Привет, мир', 'Привет , мир'],
  ['the G20 in Q3', 'the G20 in Q3'],
  ['a 😀👍🏽 b', 'a 😀 👍 🏽 b'],
])('%s', (text, expected) => {
  expect(forms(text).join(' ')).toBe(expected)
})

test('kinds, shapes and lower-cased words', () => {
  const token = tokensOf("Kim’s BBC paid $5 for McDonald's, and kim’s bbc")
  const columns = Array.from({ length: token.count }, (_, i) => [token.norm(i), token.kind[i], token.shape[i]])
  expect(columns.slice(0, 8)).toEqual([
    ['kim', TokenKind.word, Shape.capitalised],
    ["'s", TokenKind.word, Shape.lower],
    ['bbc', TokenKind.word, Shape.upper],
    ['paid', TokenKind.word, Shape.lower],
    ['$', TokenKind.symbol, Shape.none],
    ['5', TokenKind.number, Shape.none],
    ['for', TokenKind.word, Shape.lower],
    ['mcdonald', TokenKind.word, Shape.mixed],
  ])
  expect(token.word[0]).toBe(token.word[token.count - 3])
  expect(token.word[1]).toBe(token.word[8])
  expect(new Set(token.vocabulary).size).toBe(token.vocabulary.length)
})

test('what is ignored has no tokens, and none reaches into it', () => {
  const text = 'Before. SHAREsome-thing after'
  const token = Document.open(text, { ignored: [{ start: 8, end: 13, reason: 'share' }] }).with(tokens).layers.token
  expect(Array.from({ length: token.count }, (_, i) => token.form(i))).toEqual(['Before', '.', 'some', '-', 'thing', 'after'])
})

const pieces = fc.constantFrom(
  ...[
    'a',
    'Kim',
    "n't",
    "'s",
    '’',
    "'",
    '.',
    '...',
    ',',
    '-',
    '--',
    '1',
    '1,000',
    '$',
    '@',
    'www.',
    '://',
    '.com',
    '/',
    ' ',
    '\n',
    '\n\n',
    '\u0000',
    '\ud800',
    '\udc00',
    '😀',
    '日',
    'é',
    'e\u0301',
    '\u200b',
    '“',
    '”',
    'U.S.',
    'No.',
    '&',
    '_',
  ],
)
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('tokens and the white space between them rebuild any text, and no token splits a character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const token = tokensOf(text)
      let at = 0
      for (let i = 0; i < token.count; i++) {
        expect(text.slice(at, token.start[i])).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
        expect(token.end[i]!).toBeGreaterThan(token.start[i]!)
        expect(token.form(i)).not.toMatch(/^\s|\s$/)
        if (token.end[i]! < text.length)
          expect(/[\ud800-\udbff]$/.test(token.form(i)) && /^[\udc00-\udfff]/.test(text.slice(token.end[i]))).toBe(false)
        at = token.end[i]!
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u)
    }),
  )
})

test('twice is equal', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(forms(text)).toEqual(forms(text))
    }),
  )
})

test('a word is as long as 200 units at most, so nothing grows with the text', () => {
  const token = tokensOf('a'.repeat(10_000) + '!'.repeat(10_000))
  for (let i = 0; i < token.count; i++) expect(token.end[i]! - token.start[i]!).toBeLessThanOrEqual(200)
})
