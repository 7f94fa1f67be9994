import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jobIds } from '../../src/archive/job-ids.js'
import { DEMO_JOB } from '../../src/cli/samples.js'
import { ask, demoService } from './service.js'

/**
 * Records an example of every route from the data of the demo, where each can be tried, then writes the OpenAPI document with them: `npm run openapi`.
 * The clock stands still, so that two runs write the same.
 */
const NOW = '2026-01-15T09:30:00.000Z'
const FOLDER = join(import.meta.dirname, '../../openapi')
const SHORT = {
  text: 'Russia sent 2,000 tonnes of flour to the port of Rason on Thursday, according to the foreign ministry. "We expect more," said Maria Orlova, a harbour official.',
  title: 'Flour for Rason',
  publisher: 'Harbour Post',
  url: 'https://harbour-post.example/world/flour-for-rason',
  publishedAt: '2019-04-24T15:45:00+08:00',
}

type Json = Record<string, unknown>
const examples: Record<string, Json> = {}

const service = await demoService({ clock: () => new Date(NOW), jobId: jobIds(DEMO_JOB, 'job_b0d8f4a2c6e91357f0a2') })
const { app } = service

interface Request {
  readonly parameters?: Record<string, string | number | string[]>
  readonly body?: unknown
  readonly accept?: string
  readonly headers?: Record<string, string>
  /** Names the first two items of every list of the answer stand for all. */
  readonly cut?: boolean
}

const cutLists = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.slice(0, 2).map(cutLists)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cutLists(member)]))
      : value

async function record(
  operationId: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  request: Request = {},
): Promise<unknown> {
  const { parameters = {}, body, accept, headers = {}, cut } = request
  const inPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name]))
  const query = Object.entries(parameters).filter(([name]) => !path.includes(`{${name}}`))
  const url =
    query.length === 0
      ? inPath
      : `${inPath}?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
  const answer = await ask(app, {
    method,
    url,
    headers: { ...(accept && { accept }), ...headers },
    ...(body !== undefined && { payload: body as object }),
  })
  if (answer.status >= 400) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.text}`)
  const type = answer.headers['content-type']?.split(';')[0] ?? ''
  const value = answer.body ?? answer.text
  const entry = (examples[operationId] ??= {})
  if (Object.keys(parameters).length > 0) entry['parameters'] ??= parameters
  if (body !== undefined) entry['body'] ??= body
  if (type !== '') entry[`${answer.status} ${type}`] = cut ? cutLists(value) : value
  return value
}

const first = (list: unknown): Json => (list as { items: Json[] }).items[0]!

const figures = await record('listFacts', 'GET', '/v1/facts', { parameters: { kind: ['figure'], limit: 2 } })
const fact = first(figures) as {
  id: string
  articleId: string
  version: number
  citations: { start: number; end: number; quote: string }[]
}
for (const format of ['ndjson', 'csv', 'jsonld']) {
  await record('exportFacts', 'GET', '/v1/exports/facts', { parameters: { format, kind: ['figure'], unit: ['labourer'] } })
}
await record('getFact', 'GET', '/v1/facts/{id}', { parameters: { id: fact.id } })
await record('listCitations', 'GET', '/v1/facts/{id}/citations', { parameters: { id: fact.id, limit: 2 } })
await record('listArticles', 'GET', '/v1/articles', { parameters: { publisher: ['Harbour Post'], limit: 2 } })
await record('getArticle', 'GET', '/v1/articles/{id}', { parameters: { id: fact.articleId } })
await record('listVersions', 'GET', '/v1/articles/{id}/versions', { parameters: { id: fact.articleId } })
await record('getAnnotations', 'GET', '/v1/articles/{id}/annotations', { parameters: { id: fact.articleId }, cut: true })
await record('listChanges', 'GET', '/v1/changes', { parameters: { limit: 2 } })
await record('extract', 'POST', '/v1/extract', { body: SHORT })
const people = await record('listEntities', 'GET', '/v1/entities', { parameters: { type: 'PERSON', limit: 2 } })
const person = first(people)['id'] as string
await record('getEntity', 'GET', '/v1/entities/{id}', { parameters: { id: person }, cut: true })
await record('getTimeline', 'GET', '/v1/timeline', { parameters: { entity: [person], limit: 2 } })
await record('search', 'GET', '/v1/search', { parameters: { q: 'armoured train', limit: 2 } })
const { start, end, quote } = fact.citations[0]!
await record('verify', 'POST', '/v1/verify', { body: { articleId: fact.articleId, version: fact.version, start, end, quote } })
await record('getStats', 'GET', '/v1/stats')
await record('livez', 'GET', '/livez')
await record('readyz', 'GET', '/readyz')
await record('listJobs', 'GET', '/v1/jobs', { parameters: { limit: 2 } })
await record('getJob', 'GET', '/v1/jobs/{id}', { parameters: { id: DEMO_JOB } })
await record('addArticle', 'POST', '/v1/articles', { body: SHORT })
await record('addArticle', 'POST', '/v1/articles', { body: SHORT })
await record('addArticle', 'POST', '/v1/articles', { body: SHORT, headers: { prefer: 'respond-async' } })
const lines = [1, 2].map((page) => JSON.stringify({ ...SHORT, title: `Flour for Rason, part ${page}`, url: `${SHORT.url}?page=${page}` }))
await record('addArticles', 'POST', '/v1/articles/bulk', {
  body: lines.join('\n') + '\n',
  headers: { 'content-type': 'application/x-ndjson' },
})
// No other example needs this article.
const goes = first((await ask(app, '/v1/articles?externalId=mw-20190419-0117')).body)['id'] as string
await record('changeArticle', 'PATCH', '/v1/articles/{id}', {
  parameters: { id: fact.articleId },
  body: { tags: ['summit', 'read'], externalId: 'cms-4711' },
})
await record('deleteArticle', 'DELETE', '/v1/articles/{id}', { parameters: { id: goes } })
examples['metrics'] = { '200 text/plain': 'attest_articles_total{outcome="created"} 8\n' }
await service.close()

writeFileSync(join(FOLDER, 'examples.json'), JSON.stringify(examples, null, 1) + '\n')
const { openApiText } = await import('../../src/http/openapi.js')
const { forgetExamples } = await import('../../src/http/examples.js')
forgetExamples()
writeFileSync(join(FOLDER, 'openapi.json'), openApiText())
