import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf } from './conformance.js'
import { add, ask, testService, type TestService } from './service.js'

interface Verdict {
  readonly valid: boolean
  readonly actual: string | null
  readonly places?: readonly { readonly articleId: string; readonly version: number; readonly start: number; readonly end: number }[]
  readonly movedTo?: object
  readonly error?: { readonly code: string }
}

const QUOTE = 'reached Ostrava on 3 May. The mayor 😀 thanked the crews'
const TEXT = `Some 4,300 tonnes of rice ${QUOTE} of both ships. Rice is cheap. Rice is cheap.`

let service: TestService
let id: string
beforeAll(async () => {
  service = await testService()
  await add(service.app, { text: 'Rice reached another town.', url: 'https://bell.example/other' })
  id = (await add(service.app, { text: TEXT, url: 'https://bell.example/rice' })).body.id
})
afterAll(() => service.close())

const verify = async <Body = Verdict>(payload: object) => {
  const answer = await ask<Body & { errors?: { pointer: string }[] }>(service.app, { method: 'POST', url: '/v1/verify', payload })
  expect(faultsOf('POST', '/v1/verify', answer)).toEqual([])
  return answer
}

test.each(['codepoint', 'utf16', 'utf8'] as const)('a quote alone is found with its place, counted in %s', async (offsetUnit) => {
  const { body } = await verify({ quote: QUOTE, offsetUnit })
  expect(body).toMatchObject({ valid: true, actual: QUOTE, places: [{ articleId: id, version: 1 }] })
  const { start, end } = body.places![0]!
  const bytes = Buffer.from(TEXT)
  const cut = {
    codepoint: [...TEXT].slice(start, end).join(''),
    utf16: TEXT.slice(start, end),
    utf8: bytes.subarray(start, end).toString(),
  }
  expect(cut[offsetUnit]).toBe(QUOTE)
  expect((await verify({ articleId: id, start, end, quote: QUOTE, offsetUnit })).body.valid).toBe(true)
})

test('every place is listed, and a quote cut inside its words is found, too', async () => {
  const { body } = await verify({ articleId: id, quote: 'Rice is cheap.' })
  expect(body.places).toHaveLength(2)
  expect((await verify({ quote: 'onnes of rice reached Ostra' })).body.valid).toBe(true)
})

test.each(['Rice reached Prague.', 'rice REACHED Ostrava', '…', '"', 'NOT', '\u{1F600}\u{1F600}', '*', 'a'.repeat(2000)])(
  'what no article says is not valid: %j',
  async (quote) => {
    expect((await verify({ quote })).body).toEqual({ valid: false, actual: null, places: [], offsetUnit: 'codepoint' })
  },
)

test('a list is answered in its order, with errors in their places', async () => {
  const start = [...TEXT].join('').indexOf('tonnes')
  const list = [
    { articleId: id, version: 1, start, end: start + 6, quote: 'tonnes' },
    { articleId: 'art_none', quote: 'rice' },
    { articleId: id, version: 9, quote: 'rice' },
    { quote: 'Rice is cheap.' },
    { articleId: id, version: 1, start: 0, end: 4, quote: 'tonnes' },
  ]
  const { status, body } = await verify<Verdict[]>(list)
  expect(status).toBe(200)
  expect(body.map(({ valid }) => valid)).toEqual([true, false, false, true, false])
  expect(body.map(({ error }) => error?.code)).toEqual([undefined, 'article_not_found', 'version_not_found', undefined, undefined])
  expect(body[4]!.movedTo).toMatchObject({ start })
  const alone = await Promise.all([list[0]!, list[3]!, list[4]!].map((claim) => verify(claim)))
  expect(alone.map((answer) => answer.body)).toEqual([body[0], body[3], body[4]])
})

test.each([
  [{}, '/quote'],
  [[], ''],
  [[{ quote: 'a' }, { quot: 'a' }], '/1/quote'],
  [Array.from({ length: 101 }, () => ({ quote: 'a' })), ''],
  [{ quote: 'a', start: 1, end: 2 }, '/articleId'],
  [{ quote: 'a', version: 1 }, '/articleId'],
  [{ quote: 'a', articleId: 'art_1', start: 1 }, '/end'],
  [{ quote: 'a', articleId: 'art_1', start: 2, end: 2 }, '/end'],
  ['a', ''],
])('%j is refused at %j', async (payload, pointer) => {
  const request = {
    method: 'POST',
    url: '/v1/verify',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  } as const
  const { status, body } = await ask<{ errors: { pointer: string }[] }>(service.app, request)
  expect([status, body.errors[0]!.pointer]).toEqual([400, pointer])
})

test('what stands in a claimed place is not shown without end', async () => {
  const text = 'The port is closed. '.repeat(2000)
  const long = (await add(service.app, { text, url: 'https://bell.example/long' })).body.id
  const { body } = await verify({ articleId: long, start: 0, end: 40_000, quote: 'The port is open.' })
  expect(body.actual!.length).toBeLessThan(1100)
})
