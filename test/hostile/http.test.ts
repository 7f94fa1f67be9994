import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testService, type TestService } from '../http/service.js'
import { HOSTILE } from './kinds.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const sentence = 'Some 300 people met in Oslo on Monday, Maria Holt said.'

const post = (url: string, payload: string | object, type = 'application/json') =>
  service.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })

/** A refusal in the one shape of all errors, or a success; never a fault of the service. */
function orderly(answer: { statusCode: number; headers: Record<string, unknown>; body: string }): void {
  expect(answer.statusCode, answer.body.slice(0, 300)).toBeLessThan(500)
  if (answer.statusCode < 400) return
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(JSON.parse(answer.body)).toMatchObject({
    status: answer.statusCode,
    code: expect.any(String) as string,
    requestId: expect.any(String) as string,
  })
}

describe.each(Object.entries(HOSTILE))('%s', { timeout: 60_000 }, (_, piece) => {
  const long = piece.repeat(Math.ceil(600 / piece.length))

  test('as text, page and metadata', async () => {
    orderly(await post('/v1/extract', { text: long }))
    orderly(
      await post('/v1/articles', {
        text: `${sentence}\n\n${long}`,
        title: piece,
        author: piece,
        publisher: piece,
        externalId: piece,
        tags: [piece],
      }),
    )
    orderly(
      await post('/v1/articles', {
        html: `<html><head><title>${piece}</title></head><body><article><p>${sentence.repeat(12)}</p><p>${long}</p></article></body></html>`,
      }),
    )
  })

  test('in fields with a form of their own', async () => {
    for (const field of ['url', 'publishedAt', 'timezone', 'language'])
      orderly(await post('/v1/extract', { text: sentence, [field]: piece }))
    orderly(await post('/v1/extract', { text: sentence, [piece]: piece }))
    orderly(await post('/v1/articles/bulk', `${piece}\n`, 'application/x-ndjson'))
    orderly(await post('/v1/verify', { articleId: piece, version: 1, start: 0, end: 3, quote: piece }))
  })

  test('in every filter and path', async () => {
    const value = encodeURIComponent(piece.replace(/\p{Surrogate}/gu, '\ufffd'))
    for (const filter of [
      'q',
      'kind',
      'entity',
      'article',
      'publisher',
      'tag',
      'status',
      'speaker',
      'via',
      'role',
      'event',
      'from',
      'unit',
      'currency',
      'min',
      'of',
      'sort',
      'facets',
      'cursor',
      'limit',
      'offsetUnit',
    ]) {
      orderly(await service.app.inject(`/v1/facts?${filter}=${value}`))
    }
    for (const path of [
      '/v1/search?q=',
      '/v1/entities?q=',
      '/v1/timeline?entity=',
      '/v1/articles?q=',
      '/v1/facts/',
      '/v1/articles/',
      '/v1/entities/',
      '/v1/jobs/',
      '/v1/changes?cursor=',
      '/docs/errors/',
      '/',
    ]) {
      orderly(await service.app.inject(`${path}${value}`))
    }
  })
})

describe('bodies that are hardly JSON', () => {
  test.each([
    ['deep arrays', '['.repeat(100_000)],
    ['deep objects', '{"a":'.repeat(50_000)],
    ['closed deep arrays', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['duplicate keys', '{"text":"a","text":"b"}'],
    ['a prototype', '{"__proto__":{"text":"a"},"text":"b"}'],
    ['a huge number', '{"text":1e999}'],
    ['a number of many digits', `{"text":${'9'.repeat(10_000)}}`],
    ['an array', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['a byte order mark', '\ufeff{"text":"a"}'],
    ['half an escape', '{"text":"\\u12"}'],
    ['an escaped lone surrogate', '{"text":"\\ud800"}'],
    ['an escaped NUL', '{"text":"\\u0000"}'],
    ['comments', '/* */{"text":"a"}'],
    ['two values', '{"text":"a"}{"text":"b"}'],
  ])('%s', async (_, body) => {
    for (const url of ['/v1/extract', '/v1/articles', '/v1/verify']) orderly(await post(url, body))
    orderly(await post('/v1/articles/bulk', body, 'application/x-ndjson'))
  })

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('"}')])
    for (const url of ['/v1/extract', '/v1/articles']) orderly(await post(url, body))
  })
})
