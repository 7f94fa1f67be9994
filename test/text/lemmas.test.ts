import { expect, test } from 'vitest'
import { lemmaOf } from '../../src/lang/en/lemmas.js'

const TABLE: readonly (readonly [tag: string, form: string, lemma: string])[] = [
  ['NNS', 'viruses', 'virus'],
  ['NNS', 'campuses', 'campus'],
  ['NNS', 'bonuses', 'bonus'],
  ['NNS', 'buses', 'bus'],
  ['NNS', 'houses', 'house'],
  ['NNS', 'causes', 'cause'],
  ['NNS', 'spouses', 'spouse'],
  ['NNS', 'gases', 'gas'],
  ['NNS', 'lenses', 'lens'],
  ['NNS', 'menus', 'menu'],
  ['NNS', 'taxis', 'taxi'],
  ['NNS', 'analyses', 'analysis'],
  ['NNS', 'hypotheses', 'hypothesis'],
  ['NNS', 'diagnoses', 'diagnosis'],
  ['NNS', 'crises', 'crisis'],
  ['NNS', 'people', 'people'],
  ['NNS', 'children', 'child'],
  ['NNS', 'cities', 'city'],
  ['NNS', 'churches', 'church'],
  ['NNS', 'heroes', 'hero'],
  ['NNS', 'losses', 'loss'],
  ['NN', 'virus', 'virus'],
  ['NN', 'analysis', 'analysis'],
  ['VBZ', 'uses', 'use'],
  ['VBZ', 'focuses', 'focus'],
  ['VBZ', 'passes', 'pass'],
  ['VBZ', 'is', 'be'],
  ['VBD', 'stopped', 'stop'],
  ['VBD', 'went', 'go'],
  ['VBN', 'made', 'make'],
  ['VBG', 'writing', 'write'],
  ['VBG', 'agreeing', 'agree'],
  ['JJR', 'bigger', 'big'],
  ['JJS', 'largest', 'large'],
  ['JJR', 'happier', 'happy'],
]

test.each(TABLE)('%s %s is a form of %s', (tag, form, lemma) => {
  expect(lemmaOf(form, tag, form)).toBe(lemma)
})

test('a name keeps its spelling', () => {
  expect(lemmaOf('banks', 'NNP', 'Banks')).toBe('Banks')
})
