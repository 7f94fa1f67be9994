import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startBuilt, type TestServer } from './server.js'

const folder = mkdtempSync(join(tmpdir(), 'attest-stop-'))
const servers: TestServer[] = []
afterAll(() => {
  for (const server of servers) server.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function started(name: string): Promise<TestServer> {
  const server = await startBuilt(join(folder, `${name}.db`), { WORKERS: '1' })
  servers.push(server)
  return server
}

const article = (n: number): string =>
  JSON.stringify({
    text: `Mina Adair met ${n + 2} farmers in Riga on Monday, the ministry said. `.repeat(20),
    url: `https://a.example/${n}`,
  })

/** A caller on a bare connection, which sends `bytes` and no more. */
function caller({ url }: TestServer, bytes: string): Socket {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes))
  return socket.on('error', () => undefined)
}

const head = (line: string, ...headers: string[]): string => [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n')
const json = 'Content-Type: application/json'

/** What may be going on when the service is told to stop: none of these callers ever does its part. */
const CALLERS: Readonly<Record<string, string>> = {
  'a connection without a request': '',
  'half a head': 'GET /v1/stats HTTP/1.1\r\nHost: loc',
  'an idle connection': head('GET /livez'),
  'half a body': head('POST /v1/articles', json, 'Content-Length: 1000') + '{"text": "Mina',
  'half a body to nowhere': head('POST /v1/nothing', json, 'Content-Length: 1000') + '{"text": "Mina',
  'too large a body': head('POST /v1/articles', json, 'Content-Length: 99999999') + '{"text": "Mina',
  'leave to send a body': head('POST /v1/articles', json, 'Content-Length: 1000', 'Expect: 100-continue'),
  'a bulk request without lines': head('POST /v1/articles/bulk', 'Content-Type: application/x-ndjson', 'Transfer-Encoding: chunked'),
  'half a line of a bulk request':
    head('POST /v1/articles/bulk', 'Content-Type: application/x-ndjson', 'Content-Length: 5000') + `${article(900)}\n{"text": "Mi`,
  'two requests in one segment': head('GET /v1/stats') + head('GET /v1/facts'),
}

test('callers who never do their part do not keep the service from stopping with 0', async () => {
  const server = await started('callers')
  const sockets = Object.values(CALLERS).map((bytes) => caller(server, bytes))
  await after(200)
  expect(await server.kill('SIGTERM')).toBe(0)
  for (const socket of sockets) socket.destroy()
})

test('an export that nobody takes does not, either', async () => {
  const full = await started('full')
  const lines = Array.from({ length: 60 }, (_, n) => article(n)).join('\n')
  const headers = { 'content-type': 'application/x-ndjson' }
  await (await fetch(`${full.url}/v1/articles/bulk`, { method: 'POST', headers, body: lines })).text()
  const requests = head('GET /v1/facts', 'Accept: application/x-ndjson').repeat(200)
  const socket = caller(full, requests).pause()
  await after(300)
  expect(await full.kill('SIGTERM')).toBe(0)
  socket.destroy()
})

/** What became of a request: its status, or that its connection was closed. */
const outcome = async (url: string, init: RequestInit = {}): Promise<number | 'closed'> => {
  try {
    const answer = await fetch(url, init)
    await answer.text()
    return answer.status
  } catch {
    return 'closed'
  }
}

// Moments spread over the second in which the requests are under way.
test.each([0, 150, 600])('a stop %i ms after many requests began ends with 0 and loses nothing acknowledged', async (moment) => {
  const name = `moment-${moment}`
  const server = await started(name)
  const idle = Object.values(CALLERS).map((bytes) => caller(server, bytes))
  const post = (n: number, url = server.url, headers: Record<string, string> = {}): Promise<number | 'closed'> =>
    outcome(`${url}/v1/articles`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: article(n) })
  const bulk = outcome(`${server.url}/v1/articles/bulk`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Array.from({ length: 30 }, (_, n) => article(n + 100)).join('\n'),
  })
  const posts = Array.from({ length: 12 }, (_, n) => post(n))
  const jobs = Array.from({ length: 5 }, (_, n) => post(n + 50, server.url, { prefer: 'respond-async' }))
  const reads = Array.from({ length: 10 }, () => outcome(`${server.url}/v1/facts`))
  await after(moment)
  expect(await server.kill('SIGTERM')).toBe(0)
  for (const socket of idle) socket.destroy()
  const outcomes = await Promise.all([...posts, ...jobs, ...reads, bulk])
  expect(outcomes.filter((one) => one !== 'closed' && one >= 500 && one !== 503)).toEqual([])

  const again = await started(name)
  for (const [n, status] of (await Promise.all(posts)).entries())
    if (status === 201) expect(await post(n, again.url), `article ${n}`).toBe(200)
  expect(await again.kill('SIGTERM')).toBe(0)
})
