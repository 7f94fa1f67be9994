import type { FuzzRequest } from './requests.js'
import type { Random } from './random.js'

/** A request as the bytes of a connection. */
function written({ method, path, headers, body = '' }: FuzzRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return (
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n') + body
  )
}

type Spoiling = (text: string, random: Random) => string

const insert =
  (piece: string): Spoiling =>
  (text, random) => {
    const at = random.below(text.length)
    return text.slice(0, at) + piece + text.slice(at)
  }

/** Ways in which what arrives is no longer what was meant. */
const SPOILINGS: readonly Spoiling[] = [
  (text) => text,
  (text) => text + text + text,
  (text, random) => text.slice(0, random.below(text.length)),
  (text) => text.replace('HTTP/1.1', 'HTTP/1.0'),
  (text) => text.replace('HTTP/1.1', 'HTTP/2.0'),
  (text) => text.replace('Host: localhost\r\n', ''),
  (text) => text.replace('Host: localhost', 'Host: evil.example'),
  (text) => text.replace('Host:', 'Expect: 100-continue\r\nHost:'),
  (text) => text.replace('Host:', 'Expect: nothing\r\nHost:'),
  (text) => text.replace('Host:', 'Connection: Upgrade\r\nUpgrade: websocket\r\nHost:'),
  (text) => text.replace('Host:', 'Transfer-Encoding: chunked\r\nHost:'),
  (text) => text.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked').replace('\r\n\r\n', '\r\n\r\n5\r\n{"a":\r\n'),
  (text) => text.replace(/Content-Length: \d+/, 'Content-Length: -1'),
  (text) => text.replace(/Content-Length: \d+/, 'Content-Length: 999999'),
  (text) => text.replace(/Content-Length: \d+/, 'Content-Length: 99999999999999999999'),
  (text) => text.replace(' /', ' http://evil.example/'),
  (text) => text.replace(' /', ' //'),
  (text) => text.replace(/^\w+ \S+/, 'OPTIONS *'),
  (text) => text.replace(/^\w+ \S+/, 'CONNECT localhost:1'),
  (text) => text.replaceAll('\r\n', '\n'),
  (text) => text.replace('Host:', `X-Large: ${'a'.repeat(17_000)}\r\nHost:`),
  (text) => text.replace('Host:', `${'X-Many: 1\r\n'.repeat(300)}Host:`),
  insert('\0'),
  insert('\r\n'),
  insert('\xff'),
  insert(' '),
  insert(':'),
]

/** The bytes of a request, whole or spoiled on the way. */
export const makeBytes = (request: FuzzRequest, random: Random): Buffer =>
  Buffer.from(random.pick(SPOILINGS)(written(request), random), 'latin1')
