import type { z } from 'zod'

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  int: 'a whole number',
}
const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
}

/** `at least 3 characters`; bounds of numbers as they are. */
const bound = (words: string, amount: number | bigint, origin: string): string => {
  const [one, many] = COUNTED[origin] ?? []
  return one === undefined ? `must be ${words} ${amount}` : `must have ${words} ${amount} ${amount === 1 ? one : many}`
}

/** What a value must be, where its schema has no words of its own: to stand behind the name of a field or a parameter. */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${TYPES[issue.expected] ?? `a ${issue.expected}`}`
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'too_small':
      return issue.minimum === 1 && issue.origin in COUNTED ? 'must not be empty' : bound('at least', issue.minimum, issue.origin)
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin)
    default:
      return undefined
  }
}
