import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Body } from './articles.js'

const READS = [
  '/v1/facts?limit=50',
  '/v1/facts?q=people&limit=50',
  '/v1/facts?kind=figure&facets=kind,publisher,unit&limit=20',
  '/v1/facts?kind=quote&q=said&sort=relevance',
  '/v1/entities?q=Holt',
  '/v1/search?q=police',
  '/v1/articles?limit=50',
  '/v1/stats',
]
const EXPORTS = ['/v1/facts', '/v1/facts?kind=figure', '/v1/facts?q=people', '/v1/facts?sort=time']
const WRITERS = 2
const READERS = 8
const IDLE = 20
/** A slow client takes a piece of an export, and rests. Milliseconds. */
const SLOWLY = 250

/** Two writers, a bulk request, eight readers, four slow exports and twenty idle connections. */
export class Traffic {
  slowest = 0
  failed = 0
  #reads: number[] = []
  #written = 0

  constructor(
    private readonly url: string,
    private readonly next: () => Body,
  ) {}

  /** So many articles in bulk, before anything is measured. */
  async fill(articles: number): Promise<void> {
    await this.#bulk(articles)
  }

  forget(): void {
    this.slowest = this.failed = this.#written = 0
    this.#reads = []
  }

  /** What was measured so far. */
  told(): string {
    const sorted = this.#reads.toSorted((a, b) => a - b)
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
    return `${this.#written} articles, ${sorted.length} reads: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${this.slowest.toFixed(0)} ms; ${this.failed} failed`
  }

  async run(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000
    const until = async (step: (turn: number) => Promise<void>): Promise<void> => {
      for (let turn = 0; performance.now() < end; turn++) {
        await step(turn).catch(() => {
          this.failed++
        })
      }
    }
    const many = (count: number, step: (turn: number) => Promise<void>): Promise<void>[] =>
      Array.from({ length: count }, (_, i) => until((turn) => step(turn + i)))
    const idle = Array.from({ length: IDLE }, () => this.#idle())
    await Promise.all([
      ...many(WRITERS, () => this.#write()),
      until(() => this.#bulk(40)),
      ...many(READERS, (turn) => this.#read(READS[turn % READS.length]!)),
      ...EXPORTS.map((path) => until(() => this.#export(path, end))),
    ])
    for (const socket of idle) socket.destroy()
  }

  async #write(): Promise<void> {
    const answer = await fetch(`${this.url}/v1/articles`, {
      method: 'POST',
      body: JSON.stringify(this.next()),
      headers: { 'content-type': 'application/json' },
    })
    await answer.text()
    if (answer.ok) this.#written++
    else throw new Error(`POST: ${answer.status}`)
  }

  async #bulk(count: number): Promise<void> {
    const answer = await fetch(`${this.url}/v1/articles/bulk`, {
      method: 'POST',
      body: Array.from({ length: count }, () => JSON.stringify(this.next())).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    })
    for (const line of (await answer.text()).trim().split('\n')) {
      if ((JSON.parse(line) as { status: number }).status < 300) this.#written++
      else this.failed++
    }
  }

  async #read(path: string): Promise<void> {
    const start = performance.now()
    const answer = await fetch(`${this.url}${path}`)
    await answer.arrayBuffer()
    const taken = performance.now() - start
    this.#reads.push(taken)
    this.slowest = Math.max(this.slowest, taken)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  }

  /** Reads an export piece by piece, with a rest after each. */
  #export(path: string, end: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}${path}`, { headers: { accept: 'application/x-ndjson' } }, (answer) => {
        answer.on('data', () => {
          answer.pause()
          setTimeout(() => (performance.now() < end ? answer.resume() : answer.destroy()), SLOWLY)
        })
        answer.once('close', resolve)
      })
      asked.once('error', reject).end()
    })
  }

  #idle(): Socket {
    const { hostname, port } = new URL(this.url)
    return connect(Number(port), hostname).on('error', () => undefined)
  }
}
