import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'

const split = (text: string): string[] => {
  const doc = Document.open(text).with(tokens).with(sentences)
  return doc.layers.sentence.map((sentence) => doc.slice(sentence))
}

test.each<[string, string[]]>([
  ['One here. Two there! Three? Four', ['One here.', 'Two there!', 'Three?', 'Four']],
  ['He met Gen. Lee on Jan. 5. They spoke.', ['He met Gen. Lee on Jan. 5.', 'They spoke.']],
  ['He left the U.S. The crowd cheered.', ['He left the U.S.', 'The crowd cheered.']],
  ['He left the U.S. Senate in May.', ['He left the U.S. Senate in May.']],
  ['It starts at 5 p.m. He knows.', ['It starts at 5 p.m.', 'He knows.']],
  ['J. K. Jones wrote it. She said so.', ['J. K. Jones wrote it.', 'She said so.']],
  ['“It is late.” She left.', ['“It is late.”', 'She left.']],
  ['"Go!" he said. "Why?" she asked.', ['"Go!" he said.', '"Why?" she asked.']],
  ['(It rained.) Then it stopped.', ['(It rained.)', 'Then it stopped.']],
  ['He said: "I went. I saw."', ['He said: "I went.', 'I saw."']],
  ['It rose 3.5 per cent. Then it fell.', ['It rose 3.5 per cent.', 'Then it fell.']],
  ['It cost... well, a lot.', ['It cost... well, a lot.']],
  ['1. Beat the eggs. 2. Add salt.', ['1. Beat the eggs.', '2. Add salt.']],
  ['A heading\n\nA first line', ['A heading', 'A first line']],
  [
    'Leaders to meet in spring\nThe leaders of both states will meet.',
    ['Leaders to meet in spring', 'The leaders of both states will meet.'],
  ],
  [
    'The two leaders of the neighbouring states will meet in the\nport city next week, officials of both sides told reporters\non Monday.',
    [
      'The two leaders of the neighbouring states will meet in the\nport city next week, officials of both sides told reporters\non Monday.',
    ],
  ],
  ['他说好。她不来！为什么？', ['他说好。', '她不来！', '为什么？']],
  ['هل هذا صحيح؟ نعم', ['هل هذا صحيح؟', 'نعم']],
  ['यह सच है। वह गया।', ['यह सच है।', 'वह गया।']],
  ['The end.The next day', ['The end.', 'The next day']],
])('%s', (text, expected) => {
  expect(split(text)).toEqual(expected)
})

test('what is ignored ends a sentence on both sides', () => {
  const text = 'He said so SHARE THIS on Monday.'
  const doc = Document.open(text, { ignored: [{ start: 11, end: 21, reason: 'share' }] })
    .with(tokens)
    .with(sentences)
  expect(doc.layers.sentence.map((sentence) => doc.slice(sentence))).toEqual(['He said so', 'on Monday.'])
})

test('sentences cover all tokens once, in order, and are short enough for work per sentence', () => {
  const pieces = fc.constantFrom('a ', 'Kim ', '. ', '.', '? ', '”', '“', ') ', '\n', '\n\n', 'U.S. ', '5 ', '。', ' ', '\ud800', '...')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), (list) => {
      const doc = Document.open(list.join('')).with(tokens).with(sentences)
      const { token, sentence } = doc.layers
      let next = 0
      for (const { start, end, firstToken, endToken } of sentence) {
        expect(firstToken).toBe(next)
        expect(start).toBe(token.start[firstToken])
        expect(end).toBe(token.end[endToken - 1])
        next = endToken
      }
      expect(next).toBe(token.count)
    }),
  )
  for (const { firstToken, endToken } of Document.open('word '.repeat(2000)).with(tokens).with(sentences).layers.sentence) {
    expect(endToken - firstToken).toBeLessThanOrEqual(512)
  }
})
