import { request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inOrder } from '../../src/http/in-order.js'
import { linesOf, type Line } from '../../src/http/lines.js'
import { ask, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Result {
  line: number
  status: number
  id?: string
  version?: number
  error?: { code: string; detail?: string; errors?: { pointer: string }[] }
}

let service: TestService
beforeEach(async () => {
  service = await testService({ env: { BODY_LIMIT: '1KiB' } })
})
afterEach(() => service.close())

const article = (n: number, more: object = {}) =>
  JSON.stringify({ text: `Mina Adair met ${n} farmers.`, url: `https://a.example/${n}`, ...more })

async function bulk(payload: string): Promise<Result[]> {
  const answer = await ask(service.app, {
    method: 'POST',
    url: '/v1/articles/bulk',
    payload,
    headers: { 'content-type': 'application/x-ndjson' },
  })
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson'])
  return answer.text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Result]))
}

test('one result a line, in order; a bad line stops nothing, blank lines are skipped', async () => {
  const lines = [
    article(1),
    '',
    'no json',
    article(2),
    '   \r',
    '{"text":"a","titel":"b"}',
    article(1),
    article(3, { tags: ['a'.repeat(2000)] }),
    article(4),
  ]
  const results = await bulk(lines.join('\n'))
  expect(results.map(({ line, status, error }) => [line, status, error?.code])).toEqual([
    [1, 201, undefined],
    [3, 400, 'invalid_json'],
    [4, 201, undefined],
    [6, 400, 'invalid_request'],
    [7, 200, undefined],
    [8, 413, 'body_too_large'],
    [9, 201, undefined],
  ])
  expect(results[3]!.error!.errors).toEqual([{ pointer: '/titel', detail: 'is not a known name', in: 'body' }])
  expect(results[4]!.id).toBe(results[0]!.id)
})

test('lines with one address are versions in the order of the lines', async () => {
  const lines = Array.from({ length: 12 }, (_, n) =>
    JSON.stringify({ text: `Mina Adair met ${n} farmers. `.repeat(n % 3 ? 1 : 20), url: 'https://a.example/' }),
  )
  const results = await bulk(lines.join('\r\n') + '\r\n')
  expect(results.map(({ status, version }) => [status, version])).toEqual(lines.map((_, n) => [201, n + 1]))
})

test('nothing in, nothing out; other kinds of body are refused', async () => {
  expect(await bulk('')).toEqual([])
  const answer = await ask(service.app, { method: 'POST', url: '/v1/articles/bulk', payload: {} })
  expect(answer.status).toBe(415)
  const ndjson = await ask(service.app, {
    method: 'POST',
    url: '/v1/articles',
    payload: article(1),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  expect(ndjson.status).toBe(415)
})

test('a result comes while the request is still open', async () => {
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = service.app.server.address() as AddressInfo
  const sent = request({ port, method: 'POST', path: '/v1/articles/bulk', headers: { 'content-type': 'application/x-ndjson' } })
  const answer = new Promise<Readable>((resolve) => sent.on('response', resolve))
  sent.write(article(1) + '\n')
  const results = linesOf(await answer, 10_000)
  expect(JSON.parse(Buffer.from(((await results.next()).value as Line).bytes!).toString())).toMatchObject({ line: 1, status: 201 })
  sent.end(article(2))
  expect(JSON.parse(Buffer.from(((await results.next()).value as Line).bytes!).toString())).toMatchObject({ line: 2, status: 201 })
  expect((await results.next()).done).toBe(true)
})

test('input is read no faster than output is taken', async () => {
  let started = 0
  const endless = (async function* () {
    for (;;) yield started
  })()
  const results = inOrder(endless, 4, async () => ++started)
  for (let taken = 1; taken <= 5; taken++) {
    await results.next()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(started).toBeLessThanOrEqual(taken + 4)
  }
  await results.return(undefined)
})

test('a caller that takes nothing is sent nothing more, and the server goes on', async () => {
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = service.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.write(
    'POST /v1/articles/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n',
  )
  const line = 'x'.repeat(900) + '\n'
  const chunk = `${(line.length * 50).toString(16)}\r\n${line.repeat(50)}\r\n`
  let sent = 0
  const full = new Promise<void>((resolve) => {
    const write = (): void => {
      while (sent < 2000) {
        sent++
        if (!socket.write(chunk)) break
      }
      const quiet = setTimeout(resolve, 700)
      socket.once('drain', () => {
        clearTimeout(quiet)
        if (sent < 2000) write()
        else resolve()
      })
    }
    write()
  })
  await full
  expect(sent).toBeLessThan(2000) // 90 MB were on offer: the connection filled up long before
  expect((await ask(service.app, '/livez')).status).toBe(200)
  socket.destroy()
}, 30_000)

test('an answer stays within a few times its request: after too many refusals one more says where reading ended', async () => {
  const results = await bulk('1\n'.repeat(20_000) + article(1))
  expect(JSON.stringify(results).length).toBeLessThan(1024 * 1024)
  const last = results.at(-1)!
  expect([last.status, last.error?.code]).toEqual([400, 'invalid_request'])
  expect(last.error?.detail).toContain('were not read')
  expect(results.map(({ line }) => line)).toEqual(Array.from({ length: last.line }, (_, i) => i + 1))
  expect((await ask(service.app, '/v1/stats')).body).toMatchObject({ articles: 0 })
})

test('refusals that are no longer than their lines end nothing', async () => {
  const results = await bulk((JSON.stringify({ textt: 'a'.repeat(200) }) + '\n').repeat(5000) + article(1))
  expect([results.length, results.at(-1)!.status]).toEqual([5001, 201])
})

test('results keep the order of the input, however long each takes', async () => {
  const source = Readable.from([30, 5, 20, 1, 10])[Symbol.asyncIterator]() as AsyncIterator<number>
  const results: number[] = []
  for await (const result of inOrder(source, 3, async (ms) => new Promise<number>((resolve) => setTimeout(() => resolve(ms), ms))))
    results.push(result)
  expect(results).toEqual([30, 5, 20, 1, 10])
})

test('lines are found wherever the pieces break', async () => {
  const text = 'one\n\ntwo ö\r\n' + 'x'.repeat(30) + '\nlast'
  for (let size = 1; size < 12; size++) {
    const bytes = Buffer.from(text)
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
    const lines: [number, string | undefined][] = []
    for await (const line of linesOf(Readable.from(pieces), 20)) lines.push([line.number, line.bytes && Buffer.from(line.bytes).toString()])
    expect(lines).toEqual([
      [1, 'one'],
      [3, 'two ö\r'],
      [4, undefined],
      [5, 'last'],
    ])
  }
})
