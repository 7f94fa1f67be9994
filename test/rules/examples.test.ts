import { describe, expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { entities } from '../../src/extract/entities.js'
import { match, ruleTable } from '../../src/rules/match.js'
import type { Rule } from '../../src/rules/rule.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { TABLES, type Ready } from './tables.js'
import '../warm.js'

const ready = (text: string): Ready => Document.open(text).with(tokens).with(sentences).with(grammar).with(entities)

type AnyRule = Rule<object, 'token' | 'sentence'>
const matches = (rule: AnyRule, text: string) => match<object, 'token' | 'sentence'>(ruleTable([rule]), ready(text))

describe.each(Object.entries(TABLES))('%s', (_, rules) => {
  test('every rule has its own id', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test.each((rules as unknown as AnyRule[]).map((rule) => [rule.id, rule] as const))(
    '%s finds its examples, and nothing in its counter-examples',
    (_id, rule) => {
      for (const [text, expected] of rule.examples) {
        const [found] = matches(rule, text)
        expect(found, text).toBeDefined()
        const { text: words, ...value } = expected
        expect(found, text).toMatchObject(value)
        if (words !== undefined) expect(text.slice(found!.start, found!.end)).toBe(words)
      }
      for (const text of rule.never) expect(matches(rule, text), text).toEqual([])
    },
  )
})
