import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import * as corpus from '../corpus/en/roles.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const { NEVER, ...groups } = corpus

/** The roles of a text in the words of the corpus. */
const rolesOf = (text: string) => {
  const doc = analyse(text, {})
  return doc.layers.role.map(({ holder, office, of, former }) => ({
    holder: doc.slice(holder),
    office,
    of: of && doc.slice(of),
    ...(former && { former }),
  }))
}

describe.each(Object.entries(groups))('%s', (_, cases) => {
  const rows = cases.map(([sentence, ...said]) => [sentence, said] as const)
  eachRow('%s', rows, (sentence, said) => {
    expect(rolesOf(sentence)).toEqual(said)
  })
})

test.each(NEVER)('none: %s', (sentence) => {
  expect(rolesOf(sentence)).toEqual([])
})

test('the table is as long as it promises', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(100)
})

test('every span lies in the sentence of its holder, and nobody is of himself', () => {
  const doc = analyse(
    Object.values(groups)
      .flat()
      .map(([sentence]) => sentence)
      .join('\n\n'),
    {},
  )
  for (const role of doc.layers.role) {
    const around = doc.layers.sentence.find(({ end }) => end > role.holder.start)!
    expect(role.start).toBeGreaterThanOrEqual(around.start)
    expect(role.end).toBeLessThanOrEqual(around.end)
    expect(role.officeSpan.start).toBeGreaterThanOrEqual(role.start)
    expect(role.officeSpan.end).toBeLessThanOrEqual(role.end)
    if (role.of) expect(role.of.entity).not.toBe(role.holder.entity)
  }
  expect(doc.layers.role.length).toBeGreaterThan(100)
})

test.each(['President', 'Maria Jones,', 'of of of', 'president of '.repeat(2000), 'Maria Jones, head of '.repeat(500), 'Kim\ud800, who'])(
  'nothing throws on odd text',
  (text) => {
    expect(() => analyse(text, {})).not.toThrow()
  },
)
