import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import '../warm.js'

const read = (text: string) => analyse(text, { publishedAt: '2019-04-24' })

/** All that is cited of a text, and all that is told of it. */
function cited(text: string): string[] {
  const doc = read(text)
  return doc.layers.fact.flatMap(({ citations, summary }) => [summary, ...citations.map((span) => doc.slice(span))])
}

/** A mark before a number says how it is meant: whatever tells the number tells the mark. */
describe('a number keeps its mark in figure, event, quotation and fact', () => {
  const marked: readonly (readonly [text: string, number: string, value: number])[] = [
    ['-5 degrees were measured in Oslo on Monday.', '-5 degrees', -5],
    ['It rained.\n-5 degrees were measured in Oslo.', '-5 degrees', -5],
    ['−5 degrees were measured in Oslo on Monday.', '−5 degrees', -5],
    ['–5 degrees were measured in Oslo on Monday.', '–5 degrees', -5],
    ['(-5 degrees were measured in Oslo.)', '-5 degrees', -5],
    ['"-5 degrees were measured in Oslo," Ann Lee said.', '-5 degrees', -5],
    ['Ann Lee said -5 degrees were measured in Oslo.', '-5 degrees', -5],
    ['-5 degrees were measured in Oslo, Ann Lee said.', '-5 degrees', -5],
    ['-$5 was paid to Ann Lee in Oslo on Monday.', '-$5', -5],
    ['£-5 million was lost by Acme in Oslo.', '£-5 million', -5_000_000],
    ['€500 was paid to Ann Lee in Oslo.', '€500', 500],
    ['~300 people met in Oslo on Monday.', '~300', 300],
    ['>300 people met in Oslo on Monday.', '>300', 300],
    ['<300 people met in Oslo on Monday.', '<300', 300],
  ]

  test.each(marked)('%s', (text, number, value) => {
    const doc = read(text)
    expect(doc.layers.figure.map((one) => [doc.slice(one), one.value])).toEqual([[number, value]])
    const told = [...cited(text), ...doc.layers.event.map((one) => doc.slice(one)), ...doc.layers.quote.map((one) => doc.slice(one))]
    expect(told.length).toBeGreaterThan(0)
    for (const words of told) expect(words).toContain(number)
  })
})

/** What only begins an item of a list belongs to nobody's words. */
describe('no fact tells what begins an item of a list', () => {
  test.each([
    '- 5 people died in Oslo on Monday.',
    '-5 people died in Oslo on Monday.',
    '• 5 people died in Oslo on Monday.',
    '* 5 people died in Oslo on Monday.',
    '• The bridge in Oslo is safe, Ann Lee said.',
    '▪ Ann Lee, the president of Acme, met Bo Park in Oslo.',
    '- Ann Lee met Bo Park in Oslo.',
    '-Ann Lee met Bo Park in Oslo.',
    '— Ann Lee met Bo Park in Oslo.',
  ])('%s', (text) => {
    const told = cited(text)
    expect(told.length).toBeGreaterThan(0)
    for (const words of told) expect(words).toMatch(/^\p{L}|^5/u)
    for (const { value, min } of read(text).layers.figure) expect([value, min]).toEqual([5, 5])
  })
})
