import { expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { clauseOf, nounPhraseOf, objectOf, subjectOf } from '../../src/text/tree.js'

function analysed(text: string) {
  const { token, sentence, grammar: tree } = Document.open(text).with(tokens).with(sentences).with(grammar).layers
  const find = (form: string): number => {
    for (let i = 0; i < token.count; i++) if (token.form(i) === form) return i
    throw new Error(`no token ${form}`)
  }
  const form = (i: number): string => (i < 0 ? '' : token.form(i))
  return { token, sentence, tree, find, form }
}

test('words get their tags and lemmas', () => {
  const { token, tree } = analysed('The ministers have met in Oslo, and two aides went home quickly.')
  const rows = Array.from({ length: token.count }, (_, i) => [token.form(i), tree.upos(i), tree.xpos(i), tree.lemma(i)].join(' '))
  expect(rows).toEqual([
    'The DET DT the',
    'ministers NOUN NNS minister',
    'have AUX VBP have',
    'met VERB VBN meet',
    'in ADP IN in',
    'Oslo PROPN NNP Oslo',
    ', PUNCT , ,',
    'and CCONJ CC and',
    'two NUM CD two',
    'aides NOUN NNS aide',
    'went VERB VBD go',
    'home ADV RB home',
    'quickly ADV RB quickly',
    '. PUNCT . .',
  ])
})

test('a participle that is a common noun too, after its auxiliary', () => {
  const { tree } = analysed('The ministers were meeting in Oslo.')
  expect(tree.upos(3)).toBe('VERB')
})

test.each([
  ['The company sold three ships to a bank.', 'sold', 'company', 'ships'],
  ['The treaty was signed by both leaders.', 'signed', 'treaty', 'treaty'],
  ['The minister visited the port and praised the workers.', 'praised', 'minister', 'workers'],
  ['The king wants to build a bridge.', 'build', 'king', 'bridge'],
])('%s: who did what', (text, verb, subject, object) => {
  const { tree, find, form } = analysed(text)
  expect(form(subjectOf(tree, find(verb)))).toBe(subject)
  expect(form(objectOf(tree, find(verb)))).toBe(object)
})

test('a clause belongs to its verb, not to its auxiliary', () => {
  const { tree, find, form } = analysed('The old man who sold the house said that his brother had left.')
  expect(form(clauseOf(tree, find('brother')))).toBe('left')
})

test('a clause belongs to its verb, and a noun phrase ends before its relative clause', () => {
  const { tree, find, form } = analysed('The old man who sold the house said that his brother had left.')
  expect(form(clauseOf(tree, find('house')))).toBe('sold')
  expect(form(clauseOf(tree, find('man')))).toBe('said')
  const { first, end } = nounPhraseOf(tree, find('man'))
  expect([form(first), form(end - 1)]).toEqual(['The', 'man'])
})

const HOSTILE = [
  'word '.repeat(3000),
  '('.repeat(3000),
  'a.b '.repeat(1000),
  '\ud800 '.repeat(500),
  '"'.repeat(2000),
  '1 '.repeat(2000),
  '\n'.repeat(500),
  '',
]

test.each(HOSTILE.map((text) => [text.slice(0, 8), text]))('every sentence of %j … is a tree whose columns agree', (_, text) => {
  const { sentence, tree } = analysed(text)
  for (const { firstToken, endToken } of sentence) {
    let roots = 0
    let children = 0
    for (let i = firstToken; i < endToken; i++) {
      const head = tree.head(i)
      if (head < 0) roots++
      else {
        expect(head >= firstToken && head < endToken && head !== i).toBe(true)
        expect(tree.children(head)).toContain(i)
        const outer = tree.subtree(head)
        const inner = tree.subtree(i)
        expect(outer.first <= inner.first && inner.last <= outer.last).toBe(true)
      }
      children += tree.children(i).length
    }
    expect(roots).toBe(1)
    expect(children).toBe(endToken - firstToken - 1)
  }
})

test('the same text gives the same tree', () => {
  const text = 'Two leaders met in the port. “We agreed,” one of them said, “and that is all.”'
  const row = (): string => {
    const { token, tree } = analysed(text)
    return Array.from({ length: token.count }, (_, i) => `${tree.xpos(i)} ${tree.head(i)} ${tree.relation(i)}`).join('\n')
  }
  expect(row()).toBe(row())
})
