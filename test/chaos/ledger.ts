import Database from 'better-sqlite3'
import type { Body } from './articles.js'

/** What a service has acknowledged, and what may or may not have happened because the connection ended first. */
export class Ledger {
  /** Articles by id. */
  readonly stored = new Map<string, Body>()
  /** Jobs that were accepted and are not known to be done. */
  readonly jobs = new Map<string, Body>()
  readonly deleted = new Set<string>()
  /** Asked to be deleted, and never answered. */
  readonly doubtful = new Set<string>()
  /** Answers so far that promise something, and those that refuse for want of room. */
  acknowledged = 0
  refused = 0
  readonly #faults: string[] = []

  /** Something that must not be. */
  fault(what: string): void {
    this.#faults.push(what)
  }

  get faults(): readonly string[] {
    return this.#faults
  }

  /** Some article that is certainly stored. */
  any(at: number): string | undefined {
    const ids = [...this.stored.keys()]
    return ids[Math.floor(at * ids.length)]
  }
}

const json = async <Value>(url: string): Promise<Value> => (await (await fetch(url)).json()) as Value

interface Listed {
  readonly items: readonly { readonly id: string; readonly version: number; readonly counts: { readonly facts: number } }[]
  readonly next: string | null
}

/** Compares a service, and the file under it, with what was acknowledged. Waits for the jobs. */
export async function check(url: string, database: string, ledger: Ledger): Promise<void> {
  await checkJobs(url, ledger)
  for (const [id, { text }] of ledger.stored) {
    const answer = await fetch(`${url}/v1/articles/${id}`)
    const article = (await answer.json()) as { text?: string; version?: number }
    if (answer.status !== 200 || article.text !== text || article.version !== 1)
      ledger.fault(`${id} was acknowledged, and is answered with ${answer.status}, version ${article.version}`)
  }
  for (const id of ledger.deleted) {
    const { status } = await fetch(`${url}/v1/articles/${id}`)
    if (status !== 410) ledger.fault(`${id} was deleted, and is answered with ${status}`)
  }
  for (const id of ledger.doubtful) {
    const { status } = await fetch(`${url}/v1/articles/${id}`)
    if (status === 410) ledger.deleted.add(id)
    else if (status !== 200) ledger.fault(`${id}, which may be deleted, is answered with ${status}`)
  }
  ledger.doubtful.clear()
  await checkOnce(url, ledger)
  checkFile(database, ledger)
}

async function checkJobs(url: string, ledger: Ledger): Promise<void> {
  for (const [id, body] of ledger.jobs) {
    for (;;) {
      const job = await json<{ status?: string; article?: { id: string }; error?: { code: string } }>(`${url}/v1/jobs/${id}`)
      if (job.status === 'done') ledger.stored.set(job.article!.id, body)
      else if (job.status === 'queued' || job.status === 'running') {
        await new Promise((resolve) => setTimeout(resolve, 100))
        continue
      } else ledger.fault(`${id} was accepted, and is ${job.status ?? 'unknown'} (${job.error?.code ?? 'no code'})`)
      break
    }
    ledger.jobs.delete(id)
  }
}

/** Nothing is there twice, and all facts of an article are there. */
async function checkOnce(url: string, ledger: Ledger): Promise<void> {
  const ids = new Set<string>()
  let facts = 0
  for (let next: string | null = ''; next !== null;) {
    const page: Listed = await json(`${url}/v1/articles?limit=500${next && `&cursor=${encodeURIComponent(next)}`}`)
    for (const { id, counts } of page.items) {
      if (ids.has(id)) ledger.fault(`${id} is listed twice`)
      ids.add(id)
      facts += counts.facts
    }
    next = page.next
  }
  const stats = await json<{ articles: number; versions: number; facts: number }>(`${url}/v1/stats`)
  if (stats.articles !== ids.size || stats.versions !== ids.size || stats.facts !== facts)
    ledger.fault(`${ids.size} articles with ${facts} facts are listed, and counted as ${JSON.stringify(stats)}`)
}

function checkFile(path: string, ledger: Ledger): void {
  const database = new Database(path, { readonly: true })
  const integrity = database.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') ledger.fault(`integrity_check: ${String(integrity)}`)
  const keys = database.pragma('foreign_key_check') as unknown[]
  if (keys.length > 0) ledger.fault(`foreign_key_check: ${JSON.stringify(keys[0])}`)
  const twice = database
    .prepare(`SELECT article_id FROM changes WHERE type = 'article.added' GROUP BY article_id HAVING count(*) > 1`)
    .pluck()
    .all()
  if (twice.length > 0) ledger.fault(`added twice: ${twice.join(', ')}`)
  database.close()
}
