/** Misuse that must not compile: `tsc -p test` fails when one of these lines is no error any more. */
import { Document } from '../../src/document/document.js'
import { dates } from '../../src/extract/dates.js'
import { facts } from '../../src/extract/facts.js'
import type { Rule } from '../../src/rules/rule.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'

const doc = Document.open('x')
// @ts-expect-error sentences before tokens
doc.with(sentences)
// @ts-expect-error dates before grammar and entities
doc.with(tokens).with(sentences).with(dates)
// @ts-expect-error facts before anything
doc.with(facts)
// @ts-expect-error a layer written twice
doc.with(tokens).with(tokens)
// @ts-expect-error a layer that is not there
doc.with(tokens).layers.sentence
// @ts-expect-error layers cannot be changed
doc.with(tokens).with(sentences).layers.sentence.push({ start: 0, end: 1, firstToken: 0, endToken: 1 })
// @ts-expect-error a document is opened, not made
new Document('x', doc.context, {}, () => undefined)
// @ts-expect-error a rule without examples
export const bare: Rule<{ value: string }> = { id: 'x', starts: ['x'], pattern: /x/y, produce: () => null, examples: [], never: ['y'] }
const named = { id: 'x', starts: ['x'], pattern: /x/y, produce: () => null } as const
// @ts-expect-error a rule without counter-examples
export const sure: Rule<{ value: string }> = { ...named, examples: [['x', {}]], never: [] }
