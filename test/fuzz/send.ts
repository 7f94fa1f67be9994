import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Answered } from '../http/service.js'
import type { FuzzRequest } from './requests.js'

/** One agent for all requests of a run: they share connections, as clients do. */
export const createAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 16 })

/** Sends a request; its answer, whole. Raises when none comes within `patience` milliseconds, or the connection breaks. */
export async function send(url: URL, asked: FuzzRequest, agent: Agent, patience: number): Promise<Answered<unknown>> {
  return new Promise((resolve, reject) => {
    const headers = { ...asked.headers, ...(asked.body !== undefined && { 'content-length': Buffer.byteLength(asked.body) }) }
    const sent = request({ agent, host: url.hostname, port: url.port, method: asked.method, path: asked.path, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', fail)
      response.on('end', () => {
        clearTimeout(timer)
        const text = Buffer.concat(pieces).toString()
        const json = /json/.test(response.headers['content-type'] ?? '') && !/ndjson/.test(response.headers['content-type'] ?? '')
        const plain = response.headers['content-encoding'] === undefined
        resolve({
          status: response.statusCode!,
          headers: response.headers as Record<string, string>,
          text,
          body: json && plain && text !== '' ? (JSON.parse(text) as unknown) : undefined,
        })
      })
    })
    const fail = (error: Error): void => {
      clearTimeout(timer)
      reject(error)
    }
    const timer = setTimeout(() => sent.destroy(new Error(`no whole answer within ${patience} ms`)), patience)
    sent.on('error', fail).end(asked.body)
  })
}

/** Sends bytes and closes its side; all that comes back until the other side closes. Raises when it does not within `patience`. */
export async function sendBytes(url: URL, bytes: Buffer, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect({ port: Number(url.port), host: url.hostname, allowHalfOpen: true }, () => socket.end(bytes))
    const timer = setTimeout(() => {
      reject(new Error(`not closed within ${patience} ms`))
      socket.destroy()
    }, patience)
    socket.on('data', (data) => (text += data.toString('latin1'))).on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(text)
    })
  })
}
