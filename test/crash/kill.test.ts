import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startBuilt, type TestServer } from './server.js'

let folder: string
let server: TestServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-crash-'))
})
afterEach(async () => {
  await server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const TOWNS = ['Geneva', 'Oslo', 'Lagos', 'Lima', 'Hanoi', 'Quito', 'Perth']

const article = (n: number): object => ({
  url: `https://crash.example/${n}`,
  publishedAt: '2019-04-24T10:00:00Z',
  text: Array.from(
    { length: 12 },
    (_, i) =>
      `Some ${n}${i}00 people gathered in ${TOWNS[(n + i) % TOWNS.length]} on Monday, the interior ministry said. "We counted ${n + i} buses," said Maria Holt, a police spokeswoman.`,
  ).join('\n\n'),
})

interface Result {
  readonly line: number
  readonly status: number
  readonly id: string
  readonly version: number
}

/** Posts in bulk and kills the server after so many answers; returns what was acknowledged before. */
async function acknowledgedBeforeKill(count: number, enough: number): Promise<Result[]> {
  const body = Array.from({ length: count }, (_, n) => JSON.stringify(article(n))).join('\n')
  const answer = await fetch(`${server!.url}/v1/articles/bulk`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let said = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      said += value
      if (said.split('\n').length > enough) void server!.kill('SIGKILL')
    }
  } catch {
    // the connection ends with the process
  }
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Result)
}

test('what was acknowledged survives kill -9, once and whole', { timeout: 120_000 }, async () => {
  const database = join(folder, 'crash.db')
  server = await startBuilt(database)
  const acknowledged = await acknowledgedBeforeKill(200, 15)
  expect(acknowledged.length).toBeGreaterThanOrEqual(15)
  expect(acknowledged.length).toBeLessThan(200)
  expect(acknowledged.every(({ status, version }) => status === 201 && version === 1)).toBe(true)

  server = await startBuilt(database)
  const url = server.url
  const stored: { id: string; counts: { facts: number } }[] = []
  for (let next: string | null = `${url}/v1/articles?limit=500`; next !== null;) {
    const page = (await (await fetch(next)).json()) as { items: typeof stored; next: string | null }
    stored.push(...page.items)
    next = page.next && `${url}/v1/articles?limit=500&cursor=${encodeURIComponent(page.next)}`
  }
  const ids = stored.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(acknowledged.map(({ id }) => id)))
  for (const { id, counts } of stored) {
    const facts = (await (await fetch(`${url}/v1/facts?article=${id}&limit=500`)).json()) as { items: unknown[] }
    expect(facts.items.length).toBe(counts.facts)
    expect(counts.facts).toBeGreaterThan(0)
  }

  const again = await fetch(`${url}/v1/articles/bulk`, {
    method: 'POST',
    body: acknowledged.map(({ line }) => JSON.stringify(article(line - 1))).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const repeated = (await again.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Result)
  expect(repeated.map(({ status, id }) => ({ status, id }))).toEqual(acknowledged.map(({ id }) => ({ status: 200, id })))

  expect(await server.kill('SIGTERM')).toBe(0)
  expect(existsSync(`${database}-wal`)).toBe(false) // the one file holds everything
  const db = new Database(database, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

test('a job that was accepted is done after kill -9', { timeout: 120_000 }, async () => {
  const database = join(folder, 'job.db')
  server = await startBuilt(database)
  const text = Array.from({ length: 3000 }, (_, i) => `Some ${i + 2} boats left Oslo on Monday, the port authority said.`).join('\n\n')
  const accepted = await fetch(`${server.url}/v1/articles`, {
    method: 'POST',
    body: JSON.stringify({ text, publishedAt: '2019-04-24' }),
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
  })
  expect(accepted.status).toBe(202)
  const { id } = (await accepted.json()) as { id: string }
  await server.kill('SIGKILL')

  server = await startBuilt(database)
  let job: { status: string; article?: { id: string } } = { status: 'queued' }
  for (let tries = 0; tries < 600 && !/done|failed/.test(job.status); tries++) {
    job = (await (await fetch(`${server.url}/v1/jobs/${id}`)).json()) as typeof job
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(job.status).toBe('done')
  const article = await fetch(`${server.url}/v1/articles/${job.article!.id}`)
  expect(article.status).toBe(200)
})
