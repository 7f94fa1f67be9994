import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WINDOW_BYTES } from '../../src/store/annotation-window.js'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 }) // a loaded machine reads a long text for a minute

/** How much memory one request may take. MB. */
const MOST = 300

/** Texts that gave a hundred times their size, and a gigabyte, each by its name. */
const TEXTS: Readonly<Record<string, object>> = {
  'one claim told 4,400 times, with long metadata': {
    text: 'Some 300 people met in Oslo on Monday, the ministry said. '.repeat(4_400),
    title: 't'.repeat(2_000),
    publisher: 'p'.repeat(500),
    url: `https://a.example/${'u'.repeat(3_900)}`,
    publishedAt: '2024-03-06',
  },
  'a claim of its own in each of 3,000 sentences': {
    text: Array.from(
      { length: 3_000 },
      (_, i) => `Some ${i + 100} people met in Oslo on ${1 + (i % 28)} May ${1900 + (i % 120)}, the ministry said. `,
    ).join(''),
  },
  'one sentence of 100 kB': { text: Array.from({ length: 4_000 }, (_, i) => `${i + 10} people met in Oslo, `).join('') },
}

const folder = mkdtempSync(join(tmpdir(), 'attest-'))
let server: ChildProcess
let address: string
const measurable = existsSync('/proc/self/clear_refs')

beforeAll(async () => {
  server = spawn(process.execPath, ['dist/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'bounds.db')}`, LOG_LEVEL: 'warn', WORKERS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  address = await new Promise((resolve) =>
    server.stderr!.on('data', (data: Buffer) => {
      const found = /http:\/\/[\d.:]+/.exec(data.toString())
      if (found) resolve(found[0])
    }),
  )
  await post('/v1/extract', { text: 'Some 300 people met in Oslo on Monday, the ministry said.' })
})
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

const post = (path: string, body: object): Promise<Response> =>
  fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Resident memory of the server, now or at its highest since the last reset. MB. */
const memory = (of: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${of}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1024

interface Part {
  readonly facts: readonly { readonly id: string; readonly citations: readonly object[]; readonly citationCount: number }[]
  readonly truncated: { readonly next: number; readonly layers: { readonly facts: { readonly total: number } } } | null
}

describe.each(Object.entries(TEXTS))('%s', (_, body) => {
  test('is answered in bounded bytes and memory, and the parts have every fact once', async () => {
    const ids: string[] = []
    let total: number | undefined
    for (let from: number | undefined = 0; from !== undefined;) {
      const before = measurable ? memory('VmRSS') : 0
      if (measurable) writeFileSync(`/proc/${server.pid}/clear_refs`, '5')
      const answer = await post(`/v1/extract?layers=facts&from=${from}`, body)
      const text = await answer.text()
      expect(answer.status, text.slice(0, 300)).toBe(200)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(WINDOW_BYTES)
      if (measurable) expect(memory('VmHWM') - before).toBeLessThan(MOST)
      else console.warn('There is no /proc/self/clear_refs: memory is not measured.')
      const part = JSON.parse(text) as Part
      for (const { citations, citationCount } of part.facts) expect(citations.length).toBe(Math.min(20, citationCount))
      ids.push(...part.facts.map(({ id }) => id))
      total ??= part.truncated?.layers.facts.total
      from = part.truncated?.next
    }
    expect(new Set(ids).size).toBe(ids.length)
    if (total !== undefined) expect(ids.length).toBe(total)
  })
})
