import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { brokenCharacter, readJson, readJsonInTurns, repaired } from '../../src/http/json-text.js'
import type { Problem } from '../../src/http/problems.js'
import { faultsOf } from './conformance.js'
import { ask, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const post = (payload: string, url = '/v1/articles') =>
  ask<{ code?: string; errors?: unknown; text?: string }>(service.app, {
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json' },
  })

describe('JSON', () => {
  test.each([
    ['', 'invalid_request'],
    ['null', 'invalid_request'],
    ['[]', 'invalid_request'],
    ['"text"', 'invalid_request'],
    ['{"text":"a","__proto__":{"tags":[]}}', 'invalid_request'],
    ['{"text":"a","constructor":1}', 'invalid_request'],
    ['{"text":"a","text":"b"}', 'invalid_json'],
    ['{"text":"a","t\\u0065xt":"b"}', 'invalid_json'],
    ['{"text":"a"} {}', 'invalid_json'],
    ["{'text':'a'}", 'invalid_json'],
    ['{"text":"a\nb"}', 'invalid_json'],
    ['{"text":NaN}', 'invalid_json'],
    ['['.repeat(100_000), 'invalid_json'],
    ['{"a":'.repeat(100_000), 'invalid_json'],
    ['{"text":1e999}', 'invalid_request'],
    ['{"text":"\\ud800"}', 'invalid_text'],
    ['{"text":"a","title":"x\\u0000"}', 'invalid_text'],
    ['{"text":"a","tags":["b","\\udc00c"]}', 'invalid_text'],
    ['{"text":"a","\\u0000":1}', 'invalid_text'],
  ])('%.60s is %s', async (payload, code) => {
    for (const url of ['/v1/articles', '/v1/extract']) {
      const answer = await post(payload, url)
      expect([answer.status, answer.body.code]).toEqual([400, code])
      expect(faultsOf('POST', url, answer)).toEqual([])
    }
  })

  test('a broken character is named by pointer and position in characters', async () => {
    const answer = await post('{"text":"a👍\\u0000","tags":["ok","a/\\ud800"]}')
    expect(answer.body.errors).toEqual([
      { pointer: '/text', in: 'body', position: 2, detail: 'has U+0000 at position 2' },
      { pointer: '/tags/1', in: 'body', position: 2, detail: 'has half a surrogate pair (U+D800) at position 2' },
    ])
  })

  test('in a page broken characters become U+FFFD', async () => {
    const html = '<html><body><article><p>' + 'Mina Adair met farmers in Riga. '.repeat(20) + '</p></article></body></html>'
    const broken = JSON.stringify({ html: html.replace('farmers', 'far\0mers') }).replace('Riga', 'Ri\\ud800ga')
    const answer = await post(broken)
    expect(answer.status).toBe(201)
    expect(answer.body.text).toContain('far\uFFFDmers in Ri\uFFFDga')
  })

  test('surrogate pairs written as escapes are text', async () => {
    const answer = await post('{"text":"Hello \\ud83d\\ude00"}')
    expect([answer.status, answer.body.text]).toEqual([201, 'Hello 😀'])
  })

  test('what is not UTF-8, compressed, or in another charset is refused', async () => {
    const send = (payload: Buffer | string, headers: Record<string, string>) =>
      ask<{ code: string }>(service.app, { method: 'POST', url: '/v1/articles', payload, headers })
    expect((await send(Buffer.from([0x7b, 0xff, 0x7d]), { 'content-type': 'application/json' })).body.code).toBe('invalid_json')
    expect((await send('{"text":"a"}', { 'content-type': 'application/json; charset=iso-8859-1' })).status).toBe(415)
    expect((await send('{"text":"a"}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await send('{"text":"a"}', { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(201)
  })

  test('reads whatever JSON.stringify writes, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value)
        let read: unknown
        try {
          read = readJson(Buffer.from(text))
        } catch (error) {
          expect((error as Problem).code).toBe('invalid_text')
          expect(text).toMatch(/\\u0000|\\ud[89a-f]/)
          return
        }
        expect(read).toEqual(JSON.parse(text))
      }),
    )
  })

  test('reads a large text in turns as in one go, and says the same of a bad one', async () => {
    const told = async (read: () => unknown): Promise<unknown> => {
      try {
        return await read()
      } catch (error) {
        return [(error as Problem).code, (error as Problem).message]
      }
    }
    for (const text of ['{"text":"a","list":[1,{"b":"\\u0000"}]}', '{"html":"\\ud800"}', '{"a":1,"a":2}', '{"a":', '[1, 2, 3]', '\xff']) {
      const bytes = Buffer.from(text, 'latin1')
      expect(await told(() => readJsonInTurns(bytes, ['html']))).toEqual(await told(() => readJson(bytes, ['html'])))
    }
  })

  test('repairing leaves nothing to repair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\0', '\ud800', '\udc00', '😀'), maxLength: 12 }), (text) => {
        expect(brokenCharacter(repaired(text))).toBeUndefined()
        expect(brokenCharacter(text) === undefined).toBe(repaired(text) === text)
      }),
    )
  })
})

const HOSTILE = [
  '',
  ' ',
  "'; DROP TABLE facts; --",
  '" OR ""="',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '\0',
  '\ud800',
  '\u202Eevil',
  'a\u0301'.repeat(200),
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  'true',
  '[object Object]',
  '__proto__',
  '"unclosed',
  '* OR *',
  'a*',
  '(((((',
  'NEAR(a b, 3)',
  'a AND NOT',
  '-',
  '-a',
  '""',
  '^a',
  'summary: x',
  '{sentence}: x',
  '日本語',
  '👩‍👩‍👧',
  '\n',
  'x'.repeat(500),
  'x '.repeat(250),
  'ent_',
  'art_' + 'f'.repeat(900),
  '2019-13-45',
  '9999-12-31',
  '0000-01-01',
]

const QUERIES: Record<string, readonly string[]> = {
  '/v1/facts':
    'q,kind,entity,article,publisher,tag,status,polarity,attributed,speaker,via,role,event,from,to,publishedFrom,publishedTo,unit,currency,min,max,of,sort,facets,limit,cursor,offsetUnit'.split(
      ',',
    ),
  '/v1/exports/facts': 'format,bom,kind,sort,offsetUnit,q'.split(','),
  '/v1/articles': 'publisher,tag,externalId,from,to,q,cursor,limit'.split(','),
  '/v1/entities': 'q,type,cursor'.split(','),
  '/v1/timeline': 'entity,from,to,cursor'.split(','),
  '/v1/search': 'q,cursor'.split(','),
  '/v1/jobs': 'cursor,limit,status'.split(','),
  '/v1/changes': 'after,cursor,limit,wait'.split(','),
}

describe('hostile values never bring the service down', () => {
  test.each(Object.entries(QUERIES))('in the query of %s', async (path, names) => {
    for (const name of names) {
      for (const value of HOSTILE) {
        const url = `${path}?${name}=${encodeURIComponent(repairedPair(value))}`
        const answer = await ask(service.app, url)
        expect(answer.status, url).toBeLessThan(500)
        expect(faultsOf('GET', path, answer), url).toEqual([])
      }
    }
  })

  test.each(['/v1/articles/', '/v1/facts/', '/v1/entities/', '/v1/jobs/'])('in the path of %s', async (path) => {
    for (const value of HOSTILE.filter((value) => value !== '' && value !== '../../etc/passwd')) {
      const answer = await ask(service.app, path + encodeURIComponent(repairedPair(value)))
      expect([400, 404], value).toContain(answer.status)
    }
  })

  test('in every field of an article', async () => {
    for (const name of ['text', 'html', 'title', 'publisher', 'author', 'url', 'publishedAt', 'timezone', 'language', 'externalId']) {
      for (const value of [...HOSTILE, 0, true, [], {}, null]) {
        const payload = { ...(name !== 'html' && { text: 'Mina Adair met Otto Blum.' }), [name]: value }
        const answer = await post(JSON.stringify(payload))
        expect(answer.status, JSON.stringify(payload).slice(0, 200)).toBeLessThan(500)
        expect(faultsOf('POST', '/v1/articles', answer)).toEqual([])
      }
    }
  }, 60_000)

  test('in every field of a citation', async () => {
    const claim = { articleId: 'art_0', version: 1, start: 0, end: 1, quote: 'a' }
    for (const name of Object.keys(claim)) {
      for (const value of [...HOSTILE, -1, 1.5, 2 ** 53, 1e300, null, [], {}]) {
        const answer = await post(JSON.stringify({ ...claim, [name]: value }), '/v1/verify')
        expect([400, 404], `${name}: ${JSON.stringify(value)}`).toContain(answer.status)
      }
    }
  })
})

/** `encodeURIComponent` refuses half a pair. */
const repairedPair = (value: string): string =>
  value.replaceAll(/[\ud800-\udfff]/g, (half, at: number) => (isPaired(value, at) ? half : '\uFFFD'))
const isPaired = (value: string, at: number): boolean => value.codePointAt(at)! > 0xffff || (at > 0 && value.codePointAt(at - 1)! > 0xffff)
