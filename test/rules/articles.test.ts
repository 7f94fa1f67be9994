import { expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { ARTICLES } from '../../src/lang/en/articles.js'
import { DATE_RULES } from '../../src/lang/en/dates.js'
import { match, ruleTable } from '../../src/rules/match.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { DATES, NARRATIVE, NEVER, STORIES } from '../corpus/en/dates.js'
import '../warm.js'

const texts = [
  ...DATES.flatMap(({ sentences: marked }) => marked.map((text) => text.replace('[[', '').replace(']]', ''))),
  ...[...NARRATIVE, ...STORIES].map(({ text }) => text),
  ...NEVER,
]

test('what may follow an article leaves out no match', () => {
  const all = DATE_RULES.map(({ id, starts, pattern, produce, examples, never }) => ({ id, starts, pattern, produce, examples, never }))
  const work = { attempts: 0 }
  const more = { attempts: 0 }
  for (const text of texts) {
    const doc = Document.open(text).with(tokens).with(sentences)
    expect(match(ruleTable(DATE_RULES, ARTICLES), doc, work)).toEqual(match(ruleTable(all, ARTICLES), doc, more))
  }
  expect(work.attempts).toBeLessThan(more.attempts)
})
