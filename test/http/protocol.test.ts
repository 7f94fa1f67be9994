import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../src/http/operations.js'
import type { ProblemBody } from '../../src/http/problems.js'
import { createConnections } from '../../src/http/connections.js'
import { listenOn, openServer } from '../../src/http/server.js'
import { answersIn, exchange, portOf } from './raw.js'
import { ask, testService, type TestService } from './service.js'

let service: TestService
let port: number
beforeAll(async () => {
  service = await testService()
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  port = portOf(service.app)
})
afterAll(() => service.close())

const head = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n')

/** The only answer to some bytes, which must be a problem. */
async function problem(bytes: string): Promise<ProblemBody & { readonly head: string }> {
  const answers = answersIn(await exchange(port, bytes))
  expect(answers).toHaveLength(1)
  expect(answers[0]!.head).toMatch(/^content-type: application\/problem\+json/im)
  const body = JSON.parse(answers[0]!.body) as ProblemBody
  expect(body.status).toBe(answers[0]!.status)
  expect(answers[0]!.head.toLowerCase()).toContain(`x-request-id: ${body.requestId}`)
  return { ...body, head: answers[0]!.head }
}

describe('what Node would answer by itself is a problem', () => {
  test.each([
    ['an expectation', head('POST /v1/extract', 'Expect: banana', 'Content-Length: 2') + '{}', 417, 'expectation_failed'],
    ['no Host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad_http'],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', 405, 'method_not_allowed'],
    ['an unknown method', head('BREW /livez'), 400, 'bad_http'],
    ['another version', 'GET /livez HTTP/9.9\r\nHost: localhost\r\n\r\n', 400, 'bad_http'],
    ['no request', 'HELLO\r\n\r\n', 400, 'bad_http'],
    ['a head too large', head('GET /livez', `X-Large: ${'a'.repeat(20_000)}`), 431, 'headers_too_large'],
    ['two lengths', head('POST /v1/extract', 'Content-Length: 2', 'Content-Length: 3') + '{}', 400, 'bad_http'],
    ['a length and chunks', head('POST /v1/extract', 'Content-Length: 2', 'Transfer-Encoding: chunked') + '0\r\n\r\n', 400, 'bad_http'],
    ['a header of two lines', head('GET /livez', 'X-A: b', ' c'), 400, 'bad_http'],
    ['an address encoded wrongly', head('GET /v1/articles/%zz'), 400, 'invalid_url'],
  ])('%s', async (_, bytes, status, code) => {
    expect(await problem(bytes)).toMatchObject({ status, code })
  })

  test('a head that does not come in time', async () => {
    const socket = connect(port, '127.0.0.1')
    const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
    const [accepted] = await new Promise<[unknown]>((resolve) => service.app.server.once('connection', (one) => resolve([one])))
    service.app.server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), accepted)
    const [first] = answersIn(await answer)
    expect(JSON.parse(first!.body)).toMatchObject({ status: 408, code: 'request_timeout' })
  })

  test('a body that does not come in time', async () => {
    const connections = createConnections(100)
    const server = openServer((request) => connections.awaitBody(request.resume()), connections, service.log)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port: own } = server.address() as AddressInfo
    const [slow] = answersIn(await exchange(own, head('POST /v1/extract', 'Content-Length: 9') + '{'))
    expect([slow!.status, JSON.parse(slow!.body)]).toMatchObject([408, { code: 'request_timeout', instance: '/v1/extract' }])
    // What came in whole is waited for, however long its answer takes.
    server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
      connections.awaitBody(request)
      setTimeout(() => response.end('late'), 400)
    })
    expect(answersIn(await exchange(own, head('GET /v1/facts')))[0]!.status).toBe(200)
    await new Promise((resolve) => server.close(resolve))
  })

  test('an upgrade that nobody offers is a plain request', async () => {
    const [answer] = answersIn(await exchange(port, head('GET /livez', 'Upgrade: h2c').replace('close', 'close, Upgrade')))
    expect(answer!.status).toBe(200)
  })
})

const PATHS = [...new Set(OPERATIONS.map(({ path }) => path.replaceAll(/\{\w+\}/g, 'x_0')))]

describe('methods', () => {
  test.each(['QUERY', 'PUT', 'TRACE', 'PROPFIND', 'M-SEARCH', 'PURGE'])(
    '%s is 405 on every path, with a body or without',
    async (method) => {
      for (const path of PATHS) {
        expect(await problem(head(`${method} ${path}`)), path).toMatchObject({ code: 'method_not_allowed' })
        const sent = await problem(head(`${method} ${path}`, 'Content-Type: text/odd', 'Content-Length: 2') + '{}')
        expect([sent.code, /^allow: .*OPTIONS/im.test(sent.head)], path).toEqual(['method_not_allowed', true])
      }
    },
  )

  test('OPTIONS says what a path knows', async () => {
    const answer = await ask(service.app, { method: 'OPTIONS', url: '/v1/articles' })
    expect([answer.status, answer.headers['allow'], answer.text]).toEqual([204, 'POST, GET, HEAD, OPTIONS', ''])
    expect((await ask(service.app, { method: 'OPTIONS', url: '/nothing' })).status).toBe(404)
  })
})

describe('refusals of a library', () => {
  test.each([
    ['/docs/static/../../package.json', 403],
    ['/docs/static/..%2f..%2fpackage.json', 404],
    ['/docs/static/%2e%2e/%2e%2e/package.json', 403],
    ['/docs/static/%00', 400],
    ['/docs/static/.hidden', 404],
    ['/docs/static/nothing', 404],
  ])('%s is a problem of 4xx', async (path, status) => {
    expect((await problem(head(`GET ${path}`))).status, path).toBe(status)
  })

  test('a part that a file does not have', async () => {
    expect(await problem(head('GET /docs/static/index.css', 'Range: bytes=9999999-'))).toMatchObject({
      status: 416,
      code: 'range_not_satisfiable',
    })
  })

  test('keep their status where no name of ours fits', async () => {
    const refusing = await testService({
      replace: ({ store }) => ({
        store: { ...store, stats: () => Promise.reject(Object.assign(new Error('in its words'), { statusCode: 418 })) },
      }),
    })
    const { status, body } = await ask<ProblemBody>(refusing.app, '/v1/stats')
    expect([status, body.status, body.code, body.detail]).toEqual([418, 418, 'request_refused', 'in its words'])
    await refusing.close()
  })
})

describe('paths that are nearly right', () => {
  test.each([
    ['/v1/facts/', '/v1/facts'],
    ['/v1//facts', '/v1/facts'],
    ['/V1/Facts', '/v1/facts'],
    ['/v1/articles/art_1/', '/v1/articles/art_1'],
    ['/livez/', '/livez'],
  ])('%s names %s', async (path, right) => {
    const { status, body } = await ask<ProblemBody>(service.app, path)
    expect([status, body.code, body.detail]).toEqual([404, 'route_not_found', `There is no ${path}; did you mean ${right}?`])
  })
})

test('an absolute address is read as its path', async () => {
  const [answer] = answersIn(await exchange(port, head('GET http://localhost/v1/nothing?a=b')))
  expect(JSON.parse(answer!.body)).toMatchObject({ instance: '/v1/nothing' })
})

test('the second address of localhost answers as the first does', async () => {
  const both = await testService()
  await listenOn(both.app, 'localhost', 0)
  const bytes = head('GET /livez', 'Upgrade: h2c').replace('close', 'close, Upgrade')
  for (const host of ['127.0.0.1', '::1']) {
    expect(answersIn(await exchange(portOf(both.app), bytes, host))[0]!.status).toBe(200)
    expect(answersIn(await exchange(portOf(both.app), 'HELLO\r\n\r\n', host))[0]!.body).toContain('bad_http')
  }
  await both.close()
})
