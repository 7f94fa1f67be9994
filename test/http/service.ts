import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createArchive } from '../../src/archive/create.js'
import { jobIds } from '../../src/archive/job-ids.js'
import { engineInThread } from '../../src/archive/engine.js'
import { DEMO_JOB, sampleRequests } from '../../src/cli/samples.js'
import { createApp } from '../../src/http/app.js'
import type { Services } from '../../src/http/services.js'
import { createLog } from '../../src/observability/log.js'
import { createMetrics } from '../../src/observability/metrics.js'
import { readSettings } from '../../src/settings.js'
import type { Store } from '../../src/store/port.js'
import { openSqliteInThread } from '../../src/store/sqlite/open.js'

export const SAMPLES = join(import.meta.dirname, '../../data/samples')

/** The sample articles as bodies of `POST /v1/articles`, in the order of their names. */
export const samples = (): object[] =>
  readdirSync(SAMPLES)
    .filter((name) => /\.(json|html)$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(SAMPLES, name), 'utf8')
      return name.endsWith('.html') ? { html: text } : (JSON.parse(text) as object)
    })

export interface TestService extends Services {
  readonly app: FastifyInstance
  close(): Promise<void>
}

export interface TestOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: () => Date
  readonly jobId?: () => string
  /** Around the real store, for the archive too. */
  readonly store?: (store: Store) => Store
  /** Instead of parts of the real services. */
  readonly replace?: (services: Services) => Partial<Services>
}

/** The service as the demo has it: all samples, the last of them read by the job `DEMO_JOB`. */
export async function demoService(options: TestOptions = {}): Promise<TestService> {
  const service = await testService({ jobId: jobIds(DEMO_JOB), ...options })
  await service.archive.startJobs()
  for (const sample of sampleRequests()) {
    const { status } = await ask(service.app, { method: 'POST', url: '/v1/articles', headers: sample.headers, payload: sample.body })
    if (status >= 300) throw new Error(`a sample was answered with ${status}`)
  }
  while ((await service.store.job(DEMO_JOB))?.status !== 'done') await setTimeout(10)
  return service
}

/** The whole service over a database in memory, everything in this thread. */
export async function testService({
  env = {},
  clock,
  jobId,
  store: around = (store) => store,
  replace = () => ({}),
}: TestOptions = {}): Promise<TestService> {
  const settings = readSettings({ LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent', DATABASE_URL: 'sqlite::memory:', ...env })
  const store = around(await openSqliteInThread(':memory:'))
  const archive = createArchive({ store, engine: engineInThread(), ...(clock && { clock }), ...(jobId && { jobId }) })
  const services: Services = { settings, store, archive, log: createLog(settings.LOG_LEVEL), metrics: createMetrics() }
  const used = { ...services, ...replace(services) }
  const app = await createApp(used)
  const close = async (): Promise<void> => {
    await app.close()
    await archive.close()
    await store.close()
  }
  return { ...used, app, close }
}

export interface Answered<Body> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
  readonly body: Body
}

/** One request; `body` is the answer read as JSON where it is JSON. */
export async function ask<Body = Record<string, unknown>>(app: FastifyInstance, request: InjectOptions | string): Promise<Answered<Body>> {
  const response = await app.inject(request)
  const json = /json/.test(response.headers['content-type']?.toString() ?? '') && !/ndjson/.test(String(response.headers['content-type']))
  const body = (json && response.body !== '' ? JSON.parse(response.body) : undefined) as Body
  return { status: response.statusCode, headers: response.headers as Record<string, string>, text: response.body, body }
}

/** Adds an article and answers with it. */
export const add = (app: FastifyInstance, payload: object, url = '/v1/articles') =>
  ask<{ id: string; version: number; text: string }>(app, { method: 'POST', url, payload })
