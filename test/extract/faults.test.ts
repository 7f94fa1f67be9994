import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import { Evidence } from '../../src/extract/facts/evidence.js'
import { toldOf } from '../../src/extract/facts/statement.js'
import { FAULTS_OF_CLAUSE, FAULTS_OF_WORDS } from '../../src/extract/facts/statement/faults.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const FAULTS = [...FAULTS_OF_CLAUSE, ...FAULTS_OF_WORDS]

/** What the clause of a word in a text is told as, or its fault. */
function told(text: string, word: string) {
  const doc = analyse(text, { publishedAt: '2019-04-24' })
  return toldOf(new Evidence(doc), doc.layers.token.at(text.indexOf(word)))
}

test('every fault has its own id', () => {
  const ids = FAULTS.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
})

const proved = FAULTS.flatMap(({ id, examples, never }) => (examples ? [[id, examples, never ?? []] as const] : []))

describe.each(proved)('%s', (id, examples, never) => {
  eachRow('refuses %s', examples, (text, verb) => {
    expect(told(text, verb)).toMatchObject({ id })
  })

  eachRow('never refuses %s', never, (text, verb) => {
    expect(told(text, verb)).toHaveProperty('words')
  })
})
