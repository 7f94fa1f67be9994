import { expect, test } from 'vitest'
import { sharedEntityId } from '../../src/resolve/entity-id.js'
import { foldName } from '../../src/resolve/fold.js'

test.each([
  ['Kim Jong-un', 'kim jong un'],
  ['KIM  JONG UN', 'kim jong un'],
  ['Kim Jong‑un', 'kim jong un'],
  ['Erdoğan', 'erdogan'],
  ['Lech Wałęsa', 'lech walesa'],
  ['Søren Ærø', 'soren aero'],
  ['İstanbul', 'istanbul'],
  ['O’Brien', "o'brien"],
  ['U.S.', 'us'],
  ['Straße', 'strasse'],
])('%s folds to %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
  expect(foldName(folded)).toBe(folded)
})

test('spellings of one name share an id across articles; types and names do not', () => {
  const id = sharedEntityId({ type: 'PERSON', name: 'Kim Jong-un' }, 'art_1')
  expect(id).toMatch(/^ent_[0-9a-f]{20}$/)
  expect(sharedEntityId({ type: 'PERSON', name: 'Kim Jong Un' }, 'art_2')).toBe(id)
  expect(sharedEntityId({ type: 'WORK', name: 'Kim Jong Un' }, 'art_2')).not.toBe(id)
  expect(sharedEntityId({ type: 'PERSON', name: 'Kim Jong-nam' }, 'art_1')).not.toBe(id)
})

test('a person of one word stays in its article; a place of one word does not', () => {
  const kim = { type: 'PERSON', name: 'Kim' } as const
  expect(sharedEntityId(kim, 'art_1')).toBe(sharedEntityId(kim, 'art_1'))
  expect(sharedEntityId(kim, 'art_1')).not.toBe(sharedEntityId(kim, 'art_2'))
  const seoul = { type: 'LOCATION', name: 'Seoul' } as const
  expect(sharedEntityId(seoul, 'art_1')).toBe(sharedEntityId(seoul, 'art_2'))
})
