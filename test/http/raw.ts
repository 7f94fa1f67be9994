import { connect, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** The port of an app that listens. */
export const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port

/** All that comes back for bytes on a bare connection, until the other side closes it. */
export async function exchange(port: number, bytes: string | Buffer, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, host, () => socket.write(bytes))
    socket
      .on('data', (data) => (answer += data.toString()))
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
}

export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** The answers in what came back, split by their lengths. */
export function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = []
  for (let rest = text; rest !== '';) {
    const end = rest.indexOf('\r\n\r\n')
    const head = rest.slice(0, end)
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
    const body = rest.slice(end + 4, end + 4 + length)
    answers.push({ status: Number(head.slice(9, 12)), head, body })
    rest = rest.slice(end + 4 + length)
  }
  return answers
}
