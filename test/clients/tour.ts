import createClient from 'openapi-fetch'
import type { components, paths } from './openapi.js'

/**
 * What the README shows, through a client whose types openapi-typescript made of the document: `generated.test.ts` makes them, compiles this
 * file against them, and runs it. No type is asserted here: what a client has to claim, the document does not say.
 */
export async function tour(baseUrl: string) {
  const client = createClient<paths>({ baseUrl })

  const figures = await client.GET('/v1/facts', { params: { query: { kind: ['figure'], of: 'labourers' } } })
  if (!figures.data) throw new Error(figures.error.detail)
  const [fact] = figures.data.items
  const citation = fact?.citations[0]
  if (!fact?.figure || !citation?.articleId || citation.version === null) throw new Error('no figure')

  const planned = await client.GET('/v1/facts', { params: { query: { kind: ['event'], status: ['planned'], sort: 'time', limit: 5 } } })
  const told = await client.GET('/v1/facts', { params: { query: { via: ['Tass'] } } })
  const timeline = await client.GET('/v1/timeline', { params: { query: { from: '2019-04-01', to: '2019-05-01' } } })
  const people = await client.GET('/v1/entities', { params: { query: { q: 'Peskov' } } })
  const person = people.data?.items[0]
  const detail = person && (await client.GET('/v1/entities/{id}', { params: { path: { id: person.id } } }))

  const { articleId, version, start, end, quote } = citation
  const checked = await client.POST('/v1/verify', {
    body: [
      { articleId, version, start, end, quote, offsetUnit: 'codepoint' },
      { quote, offsetUnit: 'codepoint' },
    ],
  })
  const verdicts = Array.isArray(checked.data) ? checked.data : []

  const submission: components['schemas']['Submission'] = {
    text: 'The port shipped 4,300 tonnes of rice on 3 May 2024.',
    url: 'https://bell.example/rice',
  }
  const extracted = await client.POST('/v1/extract', { body: submission })
  const added = await client.POST('/v1/articles', { body: submission })
  if (!added.data || !('text' in added.data)) throw new Error('not added')
  const path = { id: added.data.id }
  const stale = await client.PATCH('/v1/articles/{id}', { params: { path, header: { 'If-Match': '"zzz"' } }, body: { tags: ['food'] } })
  const changed = await client.PATCH('/v1/articles/{id}', { params: { path }, body: { tags: ['food'] } })

  const bulk = await client.POST('/v1/articles/bulk', {
    body: `${JSON.stringify(submission)}\n{"text":7}\n`,
    bodySerializer: (lines) => lines,
    headers: { 'content-type': 'application/x-ndjson' },
    parseAs: 'text',
  })
  const job = await client.POST('/v1/articles', {
    params: { header: { Prefer: 'respond-async' } },
    body: { text: 'The mayor opened a bridge.', url: 'https://bell.example/bridge' },
  })
  const jobs = await client.GET('/v1/jobs', {})
  const feed = await client.GET('/v1/changes', { params: { query: { after: 0, limit: 500, wait: 1 } } })
  const file = await client.GET('/v1/exports/facts', { params: { query: { format: 'csv', bom: true, kind: ['figure'] } }, parseAs: 'text' })
  const removed = await client.DELETE('/v1/articles/{id}', { params: { path } })
  const gone = await client.GET('/v1/articles/{id}', { params: { path } })

  return {
    value: fact.figure.value,
    unit: fact.figure.unit?.name,
    publisher: fact.article?.publisher,
    planned: planned.data?.items.map(({ status }) => status),
    via: told.data?.items.flatMap(({ attribution }) => attribution.map(({ name }) => name)),
    dated: timeline.data?.items.every(({ time }) => time !== null),
    person: detail?.data?.name,
    valid: verdicts.map(({ valid }) => valid),
    sentences: extracted.data?.sentences.length,
    stale: stale.error?.code,
    tags: changed.data?.tags,
    bulk: bulk.data?.trimEnd().split('\n').length,
    job: job.data && 'progress' in job.data ? job.response.headers.get('retry-after') : undefined,
    jobs: jobs.data?.items.length,
    added: feed.data?.items.filter(({ type }) => type === 'fact.added').flatMap(({ factIds }) => factIds ?? []).length,
    file: file.data?.startsWith('id,'), // `fetch` takes the mark away
    removed: removed.response.status,
    gone: gone.error?.code,
  }
}
