import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Submission } from '../../ingest/submission.js'
import { latencies, load, type Load } from './load.js'
import { startScript, startServer, type BenchServer } from './server.js'
import { count, percentile, ratio, table } from './table.js'

const BARE = new URL('./bare-route.js', import.meta.url)
const FACTS = '/v1/facts?kind=figure&limit=50'
/** Articles that each thread has read before it is measured: by then it runs compiled code. */
const WARM = 300

/** Articles a second into the database, routes against a bare one of the same payload, growth from 1,000 facts on, and memory. */
export async function benchService(
  articles: readonly Submission[],
  seconds: number,
  mostFacts: number,
  say: (line: string) => void,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'))
  try {
    say('ingest')
    const ingest = await benchIngest(join(folder, 'ingest.db'), articles, say)
    const growth = await benchGrowth(join(folder, 'growth.db'), articles, seconds, mostFacts, say)
    return [ingest, ...growth]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchIngest(database: string, articles: readonly Submission[], say: (line: string) => void): Promise<string> {
  const server = await startServer(database)
  try {
    const single = articles.slice(0, Math.floor(articles.length / 3))
    const rest = articles.slice(single.length)
    await Promise.all(
      rest.slice(0, WARM).map((article) => fetch(`${server.url}/v1/extract`, post(article)).then((answer) => answer.arrayBuffer())),
    ) // warm
    const before = server.processorSeconds()
    say(`${count(single.length)} articles one by one`)
    const durable = single.length / (await timed(() => oneByOne(server, single, 2)))
    say(`${count(rest.length)} articles in bulk`)
    const bulk = rest.length / (await timed(() => inBulk(server, rest)))
    const memory = server.peakMemory()
    const processor = server.processorSeconds() - before
    say('a text of 5 MB')
    const livez = await slowestLivez(server)
    return table(
      'Into SQLite over HTTP (each acknowledged article is on disk)',
      ['', 'result'],
      [
        ['one by one, two connections', `${ratio(durable)} articles/s`],
        ['bulk', `${ratio(bulk)} articles/s`],
        ['most memory meanwhile', `${count(memory)} MB`],
        ['processor time an article', `${count((1000 * processor) / articles.length)} ms`],
        ['start to ready', `${ratio(server.startSeconds)} s`],
        ['/livez while a 5 MB text is read, slowest', `${ratio(livez)} ms`],
      ],
    )
  } finally {
    await server.stop()
  }
}

async function benchGrowth(
  database: string,
  articles: readonly Submission[],
  seconds: number,
  mostFacts: number,
  say: (line: string) => void,
): Promise<string[]> {
  const server = await startServer(database)
  const rows: (readonly string[])[] = []
  let compared = ''
  try {
    let next = 0
    for (const size of [mostFacts / 100, mostFacts / 10, mostFacts]) {
      let facts = await factsIn(server)
      while (facts < size) {
        const each = next === 0 ? 30 : Math.max(1, facts / next)
        const batch = moreArticles(articles, next, Math.max(1, Math.min(250, Math.ceil((size - facts) / each))))
        next += batch.length
        await inBulk(server, batch)
        facts = await factsIn(server)
        say(`${count(facts)} facts of ${count(next)} articles`)
      }
      const url = `${server.url}${FACTS}`
      await latencies(url, 300)
      const single = await latencies(url, 1500)
      const loaded = await load(url, { seconds, connections: 8 })
      rows.push([count(facts), ratio(percentile(single, 0.5)), ratio(percentile(single, 0.99)), count(loaded.rate), String(loaded.p99)])
    }
    say('routes')
    compared = await benchRoutes(server, articles, seconds)
  } finally {
    await server.stop()
  }
  return [
    table(`${FACTS} as the database grows`, ['facts', 'p50 ms', 'p99 ms', 'requests/s under load', 'p99 ms under load'], rows),
    compared,
  ]
}

/** The next articles of the corpus; when all are in, the same again under other addresses. */
function moreArticles(articles: readonly Submission[], from: number, most: number): Submission[] {
  return Array.from({ length: most }, (_, i) => {
    const article = articles[(from + i) % articles.length]!
    const copy = Math.floor((from + i) / articles.length)
    return copy === 0 ? article : { ...article, url: `https://copies.example/${from + i}` }
  })
}

async function benchRoutes(server: BenchServer, articles: readonly Submission[], seconds: number): Promise<string> {
  const page = (await (await fetch(`${server.url}${FACTS}`)).json()) as { items: { id: string }[] }
  const article = JSON.stringify(pick(articles[0]!))
  const routes: [string, string, string | undefined][] = [
    [FACTS, `${server.url}${FACTS}`, undefined],
    ['/v1/facts/{id}', `${server.url}/v1/facts/${page.items[0]!.id}`, undefined],
    ['/v1/extract', `${server.url}/v1/extract`, article],
  ]
  const rows: string[][] = []
  for (const [name, url, body] of routes) {
    const payload = await (
      await fetch(url, body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    ).text()
    const bare = await startScript(BARE, payload)
    const connections = body === undefined ? 8 : 2
    const options = { seconds, connections, ...(body !== undefined && { body }) }
    const ours: Load = await load(url, options)
    const theirs: Load = await load(bare.url, options)
    await bare.stop()
    rows.push([
      name,
      count(payload.length / 1024),
      count(ours.rate),
      String(ours.p99),
      count(theirs.rate),
      `${Math.round((100 * ours.rate) / theirs.rate)} %`,
      String(ours.failed),
    ])
  }
  return table(
    'Routes against a bare Fastify route of the same payload',
    ['', 'kB', 'requests/s', 'p99 ms', 'bare requests/s', 'of bare', 'failed'],
    rows,
  )
}

/** What `POST /v1/articles` takes, whatever else a corpus line holds. */
const pick = ({ text, title, publisher, author, url, publishedAt }: Submission): Submission =>
  Object.fromEntries(
    Object.entries({ text, title, publisher, author, url, publishedAt }).filter(([, value]) => value !== undefined && value !== null),
  )

const post = (article: Submission): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(pick(article)),
  headers: { 'content-type': 'application/json' },
})

async function oneByOne(server: BenchServer, articles: readonly Submission[], connections: number): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < articles.length) {
        const answer = await fetch(`${server.url}/v1/articles`, post(articles[next++]!))
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`POST /v1/articles answered ${answer.status}`)
      }
    }),
  )
}

async function inBulk(server: BenchServer, articles: readonly Submission[]): Promise<void> {
  const body = articles.map((article) => JSON.stringify(pick(article))).join('\n')
  const answer = await fetch(`${server.url}/v1/articles/bulk`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  })
  const lines = (await answer.text()).trim().split('\n')
  if (!answer.ok || lines.length !== articles.length)
    throw new Error(`bulk answered ${answer.status} with ${lines.length} lines for ${articles.length}`)
}

const factsIn = async (server: BenchServer): Promise<number> =>
  ((await (await fetch(`${server.url}/v1/stats`)).json()) as { facts: number }).facts

async function slowestLivez(server: BenchServer): Promise<number> {
  const text = 'The ministry said on Monday that some 300 people had met Kim Jong Un in Geneva. '.repeat(62_000)
  const reading = fetch(`${server.url}/v1/articles`, {
    ...post({ text }),
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
  })
  const job = ((await (await reading).json()) as { id: string }).id
  let slowest = 0
  for (let i = 0; i < 100_000; i++) {
    slowest = Math.max(slowest, ...(await latencies(`${server.url}/livez`, 5)))
    const { status } = (await (await fetch(`${server.url}/v1/jobs/${job}`)).json()) as { status: string }
    if (status === 'done' || status === 'failed') break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return slowest
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
