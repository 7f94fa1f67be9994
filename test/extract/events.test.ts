import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import type { Event } from '../../src/document/layers.js'
import type { Span } from '../../src/document/span.js'
import { EVENTS, NEVER } from '../corpus/en/events.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const read = (text: string) => analyse(text, { publishedAt: '2019-04-24' })

/** An event in the text's own words. */
function told(text: string, { predicate, subject, object, time, place }: Event) {
  const words = (span: Span | null) => span && text.slice(span.start, span.end)
  return [predicate, words(subject), words(object), time === null ? null : read(text).layers.date[time]!.value, words(place)]
}

describe('events', () => {
  eachRow('%s', EVENTS, (sentence, predicate, subject, object, time, place) => {
    const { event } = read(sentence).layers
    expect(event.map((one) => told(sentence, one))).toContainEqual([predicate, subject, object, time, place])
  })
})

describe('what is no event', () => {
  const rows = NEVER.map((sentence) => [sentence] as const)
  eachRow('%s', rows, (sentence) => {
    const { event } = read(sentence).layers
    expect(event.map((one) => told(sentence, one))).toEqual([])
  })
})

describe('the span of an event', () => {
  test('holds its trigger and who takes part', () => {
    for (const [sentence] of EVENTS) {
      for (const { start, end, trigger, subject, object } of read(sentence).layers.event)
        for (const part of [trigger, subject, object])
          if (part) expect([start <= part.start, part.end <= end], sentence).toEqual([true, true])
    }
  })

  test('leaves out the clause that follows', () => {
    const text = 'Germany closed a reactor in 2011 and Belgium followed it in 2015.'
    const [first] = read(text).layers.event
    expect(text.slice(first!.start, first!.end)).toBe('Germany closed a reactor in 2011')
  })
})
