import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factIds } from '../../src/archive/fact-id.js'
import { articleId, contentHash } from '../../src/archive/identity.js'
import { pack, ingest } from '../../src/archive/work.js'
import type { Submission } from '../../src/ingest/submission.js'

const submission: Submission = {
  text: 'The ferry sank off the coast on Monday.',
  title: 'Ferry sinks',
  publisher: 'The Coast Post',
  author: 'A. Writer',
  publishedAt: '2024-03-05T10:00:00Z',
  timezone: 'Europe/Oslo',
  language: 'en',
  tags: ['sea'],
  externalId: 'x-1',
}
const id = (changes: Partial<Submission>): string => articleId(ingest({ ...submission, ...changes }))
const hash = (changes: Partial<Submission>): string => contentHash(ingest({ ...submission, ...changes }))

test('without an address an article is its publisher, title, time and text', () => {
  const same = id({})
  expect(same).toMatch(/^art_[0-9a-f]{20}$/)
  expect(id({ author: 'B', timezone: 'Asia/Seoul', tags: [], externalId: 'y' })).toBe(same)
  for (const change of [{ publisher: 'P' }, { title: 'T' }, { publishedAt: '2024-03-06' }, { text: 'Another text.' }]) {
    expect(id(change)).not.toBe(same)
  }
})

test('with an address it is its address, however it is written', () => {
  const same = id({ url: 'https://news.example/a?id=1' })
  expect(id({ url: 'https://NEWS.example:443/a?id=1&utm_source=feed#top', text: 'Corrected.', title: 'New' })).toBe(same)
  expect(id({ url: 'https://news.example/b?id=1' })).not.toBe(same)
  expect(same).not.toBe(id({}))
})

test('content is text, title, publisher, author, time, zone and language; not the address or the tags', () => {
  const same = hash({})
  expect(hash({ url: 'https://news.example/a', tags: [], externalId: 'y' })).toBe(same)
  const changes: Partial<Submission>[] = [
    { text: 'T' },
    { title: 'T' },
    { publisher: 'T' },
    { author: 'T' },
    { publishedAt: '2024' },
    { timezone: 'UTC' },
    { language: 'de' },
  ]
  for (const change of changes) expect(hash(change)).not.toBe(same)
})

test('fields cannot run into each other', () => {
  expect(id({ publisher: 'a","b', title: 'c' })).not.toBe(id({ publisher: 'a', title: 'b","c' }))
})

test('the queue knows the article before it is read, where that can be', () => {
  expect(pack({ submission, restore: false }).articleId).toBe(id({}))
  const html = '<html><head><title>t</title></head><body><p>The ferry sank.</p></body></html>'
  expect(pack({ submission: { html }, restore: false }).articleId).toBeNull()
  const url = 'https://news.example/a'
  expect(pack({ submission: { html, url }, restore: false }).articleId).toBe(id({ url }))
})

test('fact ids: equal claims are told apart by their order, and nothing else moves them', () => {
  const claim = fc.record({ kind: fc.constantFrom('figure' as const, 'event' as const), sentence: fc.string(), trigger: fc.string() })
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 20 }), fc.array(claim, { maxLength: 5 }), (claims, added) => {
      const name = factIds('art_1')
      const ids = claims.map(({ kind, sentence, trigger }) => name(kind, sentence, trigger))
      expect(new Set(ids).size).toBe(ids.length)
      const longer = factIds('art_1')
      expect([...claims, ...added].map(({ kind, sentence, trigger }) => longer(kind, sentence, trigger)).slice(0, ids.length)).toEqual(ids)
      const elsewhere = factIds('art_2')
      for (const { kind, sentence, trigger } of claims) expect(ids).not.toContain(elsewhere(kind, sentence, trigger))
    }),
  )
})

test('a line that is wrapped anew is the same claim', () => {
  expect(factIds('art_1')('figure', 'Some 40 boats\nsank.', '40')).toBe(factIds('art_1')('figure', 'Some 40 boats sank.', '40'))
})
