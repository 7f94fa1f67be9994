import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { articleOf, type Body } from './articles.js'
import type { Ledger } from './ledger.js'

const CLI = join(import.meta.dirname, '../../dist/cli/main.js')
const JSON_TYPE = { 'content-type': 'application/json' }
/** What a service may answer with while its disk is full or it stops; any other 5xx is a fault. */
const EXCUSED = [503, 507]
const PAUSE = 20

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export interface Load {
  readonly url: string
  readonly database: string
  readonly ledger: Ledger
  readonly random: () => number
  /** Number of the next article. */
  readonly next: () => number
}

/** Sync posts, a bulk request, jobs, deletions and, beside the server, a re-extraction, until `signal` aborts or the server ends. */
export async function loadUntil(load: Load, signal: AbortSignal): Promise<void> {
  const again = async (step: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) await step().catch(() => wait(PAUSE))
  }
  await Promise.all([
    again(() => post(load)),
    again(() => post(load)),
    again(() => bulk(load, signal)),
    again(() => job(load)),
    again(() => remove(load)),
    again(() => read(load)),
    again(() => reextract(load, signal)),
  ])
}

const body = ({ next, random }: Load): Body => articleOf(next(), 2 + Math.floor(random() * 20))

async function answered(load: Load, path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`${load.url}${path}`, init)
  if (answer.status === 507) load.ledger.refused++
  if (answer.status >= 500 && !EXCUSED.includes(answer.status))
    load.ledger.fault(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer
}

async function post(load: Load): Promise<void> {
  const article = body(load)
  const answer = await answered(load, '/v1/articles', { method: 'POST', body: JSON.stringify(article), headers: JSON_TYPE })
  if (answer.ok) acknowledge(load, idAt(answer), article)
  else await wait(PAUSE)
  await answer.text()
}

function acknowledge({ ledger }: Load, id: string, article: Body): void {
  ledger.stored.set(id, article)
  ledger.acknowledged++
}

const idAt = (answer: Response): string => answer.headers.get('location')!.split('/').at(-1)!

async function bulk(load: Load, signal: AbortSignal): Promise<void> {
  const articles = Array.from({ length: 30 }, () => body(load))
  const answer = await answered(load, '/v1/articles/bulk', {
    method: 'POST',
    body: articles.map((article) => JSON.stringify(article)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let said = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (said + read.value).split('\n')
    said = lines.pop()!
    for (const text of lines) {
      const { line, status, id } = JSON.parse(text) as { line: number; status: number; id?: string }
      if (id !== undefined) acknowledge(load, id, articles[line - 1]!)
      else if (status === 507) load.ledger.refused++
      else if (status >= 500 && !EXCUSED.includes(status)) load.ledger.fault(`a line of bulk: ${text}`)
    }
  }
  if (!signal.aborted) await wait(PAUSE)
}

async function job(load: Load): Promise<void> {
  const article = body(load)
  const headers = { ...JSON_TYPE, prefer: 'respond-async' }
  const answer = await answered(load, '/v1/articles', { method: 'POST', body: JSON.stringify(article), headers })
  if (answer.status === 202) {
    load.ledger.jobs.set(idAt(answer), article)
    load.ledger.acknowledged++
  }
  await answer.text()
  await wait(5 * PAUSE)
}

async function remove(load: Load): Promise<void> {
  const { ledger } = load
  const id = ledger.any(load.random())
  if (id === undefined) return wait(PAUSE)
  const article = ledger.stored.get(id)!
  ledger.stored.delete(id)
  ledger.doubtful.add(id)
  const { status } = await answered(load, `/v1/articles/${id}`, { method: 'DELETE' })
  ledger.doubtful.delete(id)
  if (status === 204) {
    ledger.deleted.add(id)
    ledger.acknowledged++
  } else ledger.stored.set(id, article)
  await wait(10 * PAUSE)
}

async function read(load: Load): Promise<void> {
  for (const path of ['/v1/facts?limit=20', '/v1/facts?q=people', '/v1/stats']) {
    const answer = await answered(load, path)
    if (!answer.ok) load.ledger.fault(`GET ${path}: ${answer.status}`)
    await answer.text()
  }
  await wait(PAUSE)
}

/** The command beside the server; it ends with the load, as the server does. */
async function reextract({ database }: Load, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [CLI, 'reextract'], {
    env: { ...process.env, DATABASE_URL: `sqlite:${database}`, WORKERS: '1' },
    stdio: 'ignore',
  })
  const kill = (): void => void child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  await new Promise((resolve) => child.once('exit', resolve))
  signal.removeEventListener('abort', kill)
  if (!signal.aborted) await wait(100 * PAUSE)
}
