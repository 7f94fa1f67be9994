import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portOf } from './raw.js'
import { testService, type TestService } from './service.js'

const LIMIT = 1024 * 1024
const body = (megabytes: number): string => JSON.stringify({ text: 'a'.repeat(megabytes * 1024 * 1024) })
const DETAIL = `The body is larger than ${LIMIT} bytes, the setting BODY_LIMIT.`

let service: TestService
let port: number
let url: string
const folder = mkdtempSync(join(tmpdir(), 'attest-large-'))
const file = join(folder, 'body.json')
beforeAll(async () => {
  service = await testService({ env: { BODY_LIMIT: '1MiB' } })
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  port = portOf(service.app)
  url = `http://127.0.0.1:${port}`
  writeFileSync(file, body(20))
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const has = (command: string): boolean => {
  const there = spawnSync(command, ['--version']).status === 0
  if (!there) console.warn(`SKIPPED: no ${command}: what it reads of a refusal is not tested`)
  return there
}
const run = promisify(execFile)

describe('who sends too much reads why', () => {
  test.each([2, 20])('with fetch, %i MB, each of eight times', async (megabytes) => {
    for (let n = 0; n < 8; n++) {
      const answer = await fetch(`${url}/v1/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body(megabytes),
      })
      expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([413, DETAIL])
    }
  })

  test('with node:http, in chunks of unknown number', async () => {
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(`${url}/v1/articles`, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
        let text = ''
        response
          .on('data', (data: Buffer) => (text += data.toString()))
          .on('end', () => resolve({ status: response.statusCode!, text }))
          .on('error', reject)
      })
      sent.on('error', reject)
      const piece = 'a'.repeat(256 * 1024)
      const write = (left: number): void => {
        if (left === 0) sent.end()
        else if (sent.write(piece)) setImmediate(write, left - 1)
        else sent.once('drain', () => write(left - 1))
      }
      write(60)
    })
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([413, { detail: DETAIL }])
  })

  test.runIf(has('curl'))('with curl', async () => {
    for (const expectation of ['Expect:', 'Expect: 100-continue']) {
      const args = ['-sS', '-H', 'content-type: application/json', '-H', expectation, '--data-binary', `@${file}`, `${url}/v1/articles`]
      const { stdout } = await run('curl', args)
      expect(JSON.parse(stdout)).toMatchObject({ status: 413, detail: DETAIL })
    }
  })

  test.runIf(has('python3'))('with http.client of Python', async () => {
    const program = `
import http.client
connection = http.client.HTTPConnection("127.0.0.1", ${port})
connection.request("POST", "/v1/articles", open(${JSON.stringify(file)}, "rb").read(), {"content-type": "application/json"})
print(connection.getresponse().read().decode())`
    const { stdout } = await run('python3', ['-c', program])
    expect(JSON.parse(stdout)).toMatchObject({ status: 413, detail: DETAIL })
  })

  test('on a route that is not there, or does not read this', async () => {
    const ask = (path: string, type: string): Promise<Response> =>
      fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': type }, body: body(3) })
    expect((await ask('/v1/nothing', 'application/json')).status).toBe(404)
    expect((await ask('/v1/facts', 'application/json')).status).toBe(405)
    const refused = await ask('/v1/articles', 'text/html')
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'body_too_large'])
  })
})

/** What comes back for the head of a request whose sender waits for leave to send the body. */
async function waiting(head: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write([...head, 'Host: localhost', 'Expect: 100-continue', '', ''].join('\r\n')))
    socket
      .on('data', (data) => {
        answer += data.toString()
        if (answer.includes('\r\n\r\n')) socket.destroy()
      })
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
}

describe('Expect: 100-continue', () => {
  const post = ['POST /v1/articles HTTP/1.1', 'Content-Type: application/json']
  test('is met where the body is wanted', async () => {
    expect(await waiting([...post, 'Content-Length: 100'])).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  })

  test('is answered at once where it is not', async () => {
    expect(await waiting([...post, `Content-Length: ${LIMIT + 1}`])).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i)
    expect(await waiting(['POST /v1/nothing HTTP/1.1', 'Content-Length: 100'])).toMatch(/^HTTP\/1\.1 404 /)
    expect(await waiting(['PUT /v1/facts HTTP/1.1', 'Content-Length: 100'])).toMatch(/^HTTP\/1\.1 405 /)
  })
})

test('a sender without end is cut off', async () => {
  const sent = await new Promise<number>((resolve) => {
    const piece = Buffer.alloc(1024 * 1024, 'a')
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n')
      const write = (): void => void (socket.writable && socket.write(piece, write))
      write()
    })
    socket.on('error', () => undefined).on('close', () => resolve(socket.bytesWritten))
    socket.resume()
  })
  expect(sent).toBeGreaterThan(60 * 1024 * 1024)
  expect(sent).toBeLessThan(128 * 1024 * 1024)
})
