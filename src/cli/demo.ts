import { mkdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { jobIds } from '../archive/job-ids.js'
import { listen } from '../main.js'
import type { FactRecord, Job } from '../store/records.js'
import { factTable } from './fact-table.js'
import { Failure } from './failure.js'
import { highlights } from './highlights.js'
import { progressLine } from './progress.js'
import { sentence } from './run.js'
import { DEMO_JOB, sampleRequests, type SampleRequest } from './samples.js'
import { settingsOf } from './service.js'
import { columnsOf, painter, type Terminal } from './terminal.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = join(ROOT, '.attest')
const HOST = '127.0.0.1'
/** How many facts the table shows: as many as can be read in a minute. */
const SHOWN = 15

/** The port that was asked for, or a free one where somebody else listens there. */
const portOrFree = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (port === 0 ? reject(error) : resolve(portOrFree(0))))
    probe.listen(port, HOST, () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })

async function request(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
  return response
}

/** Adds a sample, and waits for its job where it became one. */
async function add(address: string, sample: SampleRequest): Promise<void> {
  const { headers, status } = await request(`${address}/v1/articles`, { method: 'POST', ...sample })
  if (status !== 202) return
  const job = new URL(headers.get('location')!, address).href
  for (;;) {
    const { status: state } = (await (await request(job)).json()) as Job
    if (state === 'done') return
    if (state === 'failed') throw new Failure(`The job ${job} failed.`)
    await setTimeout(50)
  }
}

/** All facts of a fresh database: the articles in the order of publication, their facts in the order of the text. */
async function allFacts(address: string): Promise<FactRecord[]> {
  const response = await request(`${address}/v1/facts?sort=published`, { headers: { accept: 'application/x-ndjson' } })
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  const facts = lines.map((line) => JSON.parse(line) as FactRecord)
  const order = [...new Set(facts.map(({ articleId }) => articleId))]
  const place = ({ articleId, citations }: FactRecord): number => order.indexOf(articleId) * 1e7 + citations[0]!.start
  return facts.sort((a, b) => place(a) - place(b))
}

/** Adds the samples, with a bar that shows how far it is. */
async function addSamples(address: string, terminal: Terminal): Promise<number> {
  const samples = sampleRequests()
  const progress = progressLine(terminal, 'articles')
  let done = 0
  progress.step(0, samples.length, 0)
  const addOne = async (sample: SampleRequest): Promise<void> => {
    await add(address, sample)
    progress.step(++done, samples.length, done)
  }
  try {
    await Promise.all(samples.map(addOne))
  } finally {
    progress.end()
  }
  return samples.length
}

/** What to do next, in lines that a terminal of 80 columns does not break. */
const suggestions = (address: string): string => `All of them, as a table for a spreadsheet:
  curl '${address}/v1/facts' -H 'accept: text/csv'

Try also:
  curl '${address}/v1/facts?kind=figure&of=labourers'
  curl '${address}/v1/facts?speaker=Peskov&sort=published'
  curl ${address}/v1/extract -H 'content-type: application/json' -d '
    {"text": "The two leaders will meet on Thursday, the Kremlin said.",
     "publishedAt": "2019-04-23"}'

Swagger UI: ${address}/docs
Ctrl-C stops the service.
`

/** `npm run demo`: a fresh database with the samples, its most telling facts, and the service to ask for more. */
async function demo(): Promise<void> {
  const { stdout, stderr } = process
  const { PORT: wanted } = settingsOf()
  const port = await portOrFree(wanted)
  const database = join(FOLDER, `demo-${port}.db`) // its own for each port: a second demo leaves the first alone
  mkdirSync(FOLDER, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
  stdout.write('Reading the sample articles\n')
  const serving = await listen(settingsOf({ DATABASE_URL: `sqlite:${database}`, HOST, PORT: String(port), LOG_LEVEL: 'warn' }), {
    jobId: jobIds(DEMO_JOB),
  })
  const stopped = new Promise<void>((resolve) => void process.once('SIGINT', resolve).once('SIGTERM', resolve))
  const articles = await addSamples(serving.address, { out: stdout, err: stderr })
  const facts = await allFacts(serving.address)
  const shown = highlights(facts, SHOWN)
  stdout.write('\n' + factTable(shown, columnsOf(stdout), painter(stdout)).join('\n') + '\n')
  stdout.write(`${shown.length} of ${facts.length} facts of ${articles} articles, stored in ${relative(process.cwd(), database)}\n`)
  if (port !== wanted) stdout.write(`Port ${wanted} is taken: the service listens on ${port}.\n`)
  stdout.write(suggestions(serving.address))
  await stopped
  await serving.close()
}

try {
  await demo()
} catch (error) {
  process.stderr.write(`demo: ${sentence(error)}\n`)
  process.exitCode = 1
}
