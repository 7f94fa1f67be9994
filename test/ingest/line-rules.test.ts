import { describe, expect, it } from 'vitest'
import { ignored } from '../../src/ingest/ignored.js'
import { LINE_RULES } from '../../src/ingest/ignored/line-rules.js'

const PROSE = Array.from(
  { length: 14 },
  (_, i) => `The harbour council met again on Monday and voted on item ${i + 1} after a long debate.`,
).join('\n\n')

/** What is ignored when a line stands at the end of an article. */
function below(line: string): string[] {
  const text = `${PROSE}\n\n${line}`
  return ignored(text).map(({ start, end, reason }) => `${reason}: ${text.slice(start, end)}`)
}

describe.each(LINE_RULES)('$id', (rule) => {
  it.each(rule.examples)('ignores: %s', (line) => {
    expect(below(line)).toEqual([`${rule.reason}: ${line}`])
  })

  it.each(rule.never)('keeps: %s', (line) => {
    expect(below(line)).toEqual([])
  })
})

it('gives every rule a name of its own', () => {
  expect(new Set(LINE_RULES.map(({ id }) => id)).size).toBe(LINE_RULES.length)
})
