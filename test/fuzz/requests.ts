import { openApi } from '../../src/http/openapi.js'
import type { Random } from './random.js'
import { fittingText, oddJson, oddText, type Schema } from './values.js'

/** One request, before it is sent. */
export interface FuzzRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** What the service holds: real ids by the prefix they have, so that some requests find something. */
export type Known = Readonly<Record<'art' | 'fct' | 'ent' | 'job' | 'doomed', readonly string[]>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: Schema
}

interface Route {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly bodies: readonly { readonly type: string; readonly example: unknown }[]
  readonly answers: readonly string[]
}

type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, { content?: Record<string, unknown> }>
}

/** The routes of the OpenAPI document, with what they take. */
export const ROUTES: readonly Route[] = Object.entries(openApi()['paths'] as Record<string, Record<string, Described>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      bodies: Object.entries(requestBody?.content ?? {}).map(([type, { example }]) => ({ type, example })),
      answers: [...new Set(Object.values(responses).flatMap(({ content = {} }) => Object.keys(content)))].filter(
        (type) => !type.includes('problem'),
      ),
    })),
)

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'SEARCH', 'REPORT']
const TYPES = [
  'text/plain',
  'application/json; charset=latin1',
  'application/json;',
  'json',
  '/',
  'multipart/form-data',
  'application/ndjson',
  'a/b; c="',
]
const ACCEPTS = ['*/*', 'text/html', 'image/*;q=0.1', 'q=', ';;,', 'application/json;q=0', '*/*;q=banana', ', ,']
const HEADERS = [
  'if-none-match',
  'if-match',
  'prefer',
  'range',
  'accept-encoding',
  'x-request-id',
  'x-forwarded-for',
  'origin',
  'authorization',
  'te',
]

const KIND_OF_PATH: Readonly<Record<string, keyof Known>> = { articles: 'art', facts: 'fct', entities: 'ent', jobs: 'job' }

function pathOf({ path, method }: Route, known: Known, random: Random): string {
  return path.replaceAll(/\{\w+\}/g, () => {
    const ids = known[method === 'DELETE' ? 'doomed' : (KIND_OF_PATH[path.split('/')[2] ?? ''] ?? 'art')]
    return random.chance(0.6) && ids.length > 0 ? random.pick(ids) : encodeURIComponent(wellFormed(oddText(random)))
  })
}

/** What a URL can hold: half a surrogate pair cannot be written in UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

function queryOf({ parameters }: Route, known: Known, random: Random): string {
  const pairs: string[] = []
  const names = parameters.filter((parameter) => parameter.in === 'query')
  const value = (schema: Schema): string => {
    if (random.chance(0.1)) return random.pick(Object.values(known).flat())
    return random.chance(0.7) ? fittingText(schema, random) : oddText(random)
  }
  for (const { name, schema } of names) {
    if (random.chance(2 / (names.length + 1))) pairs.push(`${name}=${encodeURIComponent(wellFormed(value(schema)))}`)
  }
  if (random.chance(0.05)) pairs.push(random.pick(['unknown=1', '=', '&&', 'a[b]=c', '%zz=1', 'q=%ff', 'limit=1&limit=2', '%00=1', 'q']))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** The example of a body with a few members changed, removed or added. */
function mutated(example: unknown, random: Random): unknown {
  if (Array.isArray(example)) return example.map((item) => mutated(item, random))
  if (typeof example !== 'object' || example === null || random.chance(0.1)) return oddJson(random)
  const entries = Object.entries(example).flatMap(([name, value]): [string, unknown][] => {
    if (random.chance(0.1)) return []
    return [[name, random.chance(0.15) ? (random.chance(0.5) ? oddText(random) : oddJson(random)) : value]]
  })
  if (random.chance(0.1)) entries.push([oddText(random).slice(0, 60), oddJson(random)])
  return Object.fromEntries(entries)
}

function bodyOf({ type, example }: Route['bodies'][number], random: Random): string {
  const one = (): string => {
    const text = JSON.stringify(mutated(typeof example === 'string' ? firstLine(example) : example, random)) ?? ''
    if (random.chance(0.85)) return text
    return random.pick([text.slice(0, random.below(text.length)), oddText(random), `${text}${text}`, '['.repeat(2000), ''])
  }
  if (!type.includes('ndjson')) return one()
  return Array.from({ length: 1 + random.below(4) }, one).join(random.chance(0.9) ? '\n' : '\r\n\n')
}

const firstLine = (text: string): unknown => JSON.parse(text.split('\n', 1)[0]!) as unknown

function headersOf(route: Route, type: string | undefined, random: Random): Record<string, string> {
  const headers: Record<string, string> = {}
  if (type !== undefined) headers['content-type'] = random.chance(0.95) ? type : random.pick(TYPES)
  if (random.chance(0.3)) headers['accept'] = random.chance(0.7) ? random.pick([...route.answers, '*/*']) : random.pick(ACCEPTS)
  const named = route.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)
  for (const name of [...named, random.pick(HEADERS)]) {
    if (random.chance(0.15)) headers[name.toLowerCase()] = headerValue(random)
  }
  return headers
}

/** What the client of Node lets through: Latin-1 without control characters. */
const headerValue = (random: Random): string =>
  random
    .pick(['*', '"x"', 'W/"x"', 'bytes=0-', 'respond-async', 'gzip', 'https://a.example', 'Bearer x', oddText(random)])
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .slice(0, 300)

/** A request to some route of the document: most are nearly right. */
export function makeRequest(known: Known, random: Random): FuzzRequest {
  const route = random.pick(ROUTES)
  const body = random.pick(route.bodies.length > 0 ? route.bodies : [undefined])
  const method = random.chance(0.97) ? route.method : random.pick(METHODS)
  const text = body === undefined ? (random.chance(0.02) ? '{}' : undefined) : bodyOf(body, random)
  const path = pathOf(route, known, random) + queryOf(route, known, random)
  return { method, path, headers: headersOf(route, body?.type, random), body: text }
}
