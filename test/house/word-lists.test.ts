import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../src')

/** Code of a file without its comments. */
const codeOf = (file: string): string =>
  readFileSync(join(src, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/ .*/g, '')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** Files with code that matches, but those whose path begins with one of `except`. */
const filesWith = (pattern: RegExp, ...except: readonly string[]): string[] =>
  files.filter((file) => !except.some((start) => file.startsWith(start)) && pattern.test(codeOf(file))).sort()

test('lists of words are read by lang alone, and by what trains models', () => {
  expect(filesWith(/\breadTsv\(/, 'lang/', 'extract/entities/training/')).toEqual([])
})

test('months and weekdays are listed in data, and read once', () => {
  expect(filesWith(/readTsv\('(?:months|weekdays)'\)/)).toEqual([])
  expect(filesWith(/\b(?:monday\W+tuesday|january\W+february)\b/i)).toEqual([])
})

test('words that multiply are listed once', () => {
  expect(filesWith(/\bmillion\W+billion\W+trillion\b/, 'lang/')).toEqual([])
})

test('the tags of a verb with a tense are listed once', () => {
  expect(filesWith(/VB\[DZP\]\$|VBD\|VBZ\|VBP/)).toEqual(['document/grammar.ts'])
})

test('verbs whose object is whom they tell are listed once', () => {
  expect(filesWith(/\btell\|(?:ask\|)?inform\|/)).toEqual([])
})

test('rules know no language', () => {
  expect(filesWith(/'(?:the|a|an|of|and)'/).filter((file) => file.startsWith('rules/'))).toEqual([])
})
