import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listen } from '../main.js'
import type { FactRecord } from '../store/records.js'
import { factTable } from './fact-table.js'
import { settingsOf } from './service.js'
import { columnsOf, painter } from './terminal.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SAMPLES = join(ROOT, 'data/samples')
const FOLDER = join(ROOT, '.attest')
const HOST = '127.0.0.1'

/** The samples as bodies for `POST /v1/articles`, by name. */
function sampleBodies(): string[] {
  const names = readdirSync(SAMPLES).filter((name) => /\.(json|html)$/.test(name))
  return names.sort().map((name) => {
    const text = readFileSync(join(SAMPLES, name), 'utf8')
    return name.endsWith('.html') ? JSON.stringify({ html: text }) : text
  })
}

/** The port that was asked for, or a free one (0) where somebody else listens there. */
const portOrFree = (port: number): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, HOST, () => probe.close(() => resolve(port)))
  })

async function request(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
  return response
}

const post = (address: string, body: string): Promise<Response> =>
  request(`${address}/v1/articles`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })

/** All facts of a fresh database: the articles in the order of publication, their facts in the order of the text. */
async function allFacts(address: string): Promise<FactRecord[]> {
  const response = await request(`${address}/v1/facts?sort=published`, { headers: { accept: 'application/x-ndjson' } })
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  const facts = lines.map((line) => JSON.parse(line) as FactRecord)
  const order = [...new Set(facts.map(({ articleId }) => articleId))]
  const place = ({ articleId, citations }: FactRecord): number => order.indexOf(articleId) * 1e7 + citations[0]!.start
  return facts.sort((a, b) => place(a) - place(b))
}

const suggestions = (address: string): string => `Try:
  curl '${address}/v1/facts?kind=figure&of=labourers'
  curl '${address}/v1/facts?speaker=Peskov&sort=published'
  curl '${address}/v1/extract' -H 'content-type: application/json' \\
    -d '{"text":"The two leaders will meet on Thursday, the Kremlin said.","publishedAt":"2019-04-23"}'

Swagger UI: ${address}/docs
Ctrl-C stops the service.
`

/** `npm run demo`: a fresh database with the samples, its facts as a table, and the service to ask more. */
async function demo(): Promise<void> {
  const database = join(FOLDER, 'demo.db')
  mkdirSync(FOLDER, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
  const { PORT: wanted } = settingsOf()
  const port = await portOrFree(wanted)
  const serving = await listen(settingsOf({ DATABASE_URL: `sqlite:${database}`, HOST, PORT: String(port), LOG_LEVEL: 'warn' }))
  const stopped = new Promise<void>((resolve) => void process.once('SIGINT', resolve).once('SIGTERM', resolve))
  const { stdout } = process
  const bodies = sampleBodies()
  await Promise.all(bodies.map((body) => post(serving.address, body)))
  const facts = await allFacts(serving.address)
  stdout.write(factTable(facts, columnsOf(stdout), painter(stdout)).join('\n') + '\n\n')
  stdout.write(`${facts.length} facts of ${bodies.length} articles, in ${relative(process.cwd(), database) || database}\n`)
  if (port === 0 && wanted !== 0) stdout.write(`Port ${wanted} is taken; this is another one.\n`)
  stdout.write(suggestions(serving.address))
  await stopped
  await serving.close()
}

await demo()
