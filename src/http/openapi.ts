import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { without } from './defined.js'
import { recordedExample } from './examples.js'
import { jsonSchemaOf } from './json-schema.js'
import { TAGS, type Answer, type Operation } from './operation.js'
import { OPERATIONS } from './operations.js'
import { Problem, PROBLEM_TYPE, problemBody, PROBLEMS, type Fault, type ProblemCode } from './problems.js'
import { problemSchema } from './schemas/problem.js'

type Json = Record<string, unknown>

const VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

const DESCRIPTION = `Attest turns news articles into facts that can be proved: every fact points to the exact characters that say it, and records who said it, how certain they were, and when it holds.

Offsets count code points unless \`offsetUnit\` says otherwise, and \`text[start:end] === quote\` always holds. Every error is \`application/problem+json\` with a page under [/docs/errors](/docs/errors).

[Guides](/docs/guides) show how to do things, and [a reference](/docs/guides/reference) explains every value of \`status\`, \`polarity\`, \`kind\` and the rest.`

/** Schemas that got a name of their own, gathered while the document is written. */
class Components {
  readonly schemas: Record<string, Json> = {}
  readonly examples: Record<string, Json> = {}

  /** A schema by value or, where it has a name, by reference. */
  schema(type: z.ZodType, io: 'input' | 'output'): Json {
    const { $defs = {}, ...schema } = without(jsonSchemaOf(type, io), '$schema') as Json & { $defs?: Record<string, Json> }
    for (const [name, definition] of Object.entries($defs)) this.schemas[name] ??= this.#relocated(definition)
    const { id, ...rest } = schema as Json & { id?: string }
    if (id === undefined) return this.#relocated(rest)
    this.schemas[id] ??= this.#relocated(rest)
    return { $ref: `#/components/schemas/${id}` }
  }

  /** How a problem looks: written once, however many routes answer with it. */
  problem(code: ProblemCode): Json {
    this.examples[code] ??= { summary: PROBLEMS[code].title, value: problemExample(code) }
    return { $ref: `#/components/examples/${code}` }
  }

  #relocated(schema: Json): Json {
    return without(JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json, 'id')
  }
}

const EVERYWHERE: readonly ProblemCode[] = ['invalid_url', 'rate_limited', 'internal_error', 'shutting_down']

/** Every problem a route can answer with, in the order of the table. */
export function problemsOf(operation: Operation): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>([...EVERYWHERE, 'invalid_request', ...operation.problems])
  if (operation.method === 'GET') codes.add('not_acceptable')
  if (operation.query) codes.add('invalid_text')
  if (operation.scope !== 'open') codes.add('unauthorized').add('host_not_allowed').add('keys_unavailable').add('not_ready')
  else codes.delete('rate_limited')
  if (operation.scope === 'write') codes.add('forbidden').add('storage_full')
  if (operation.body) codes.add('unsupported_media_type').add('not_acceptable')
  if (operation.body && !operation.streams) codes.add('invalid_json').add('invalid_text').add('body_too_large')
  return (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => codes.has(code))
}

const FAULTS: Partial<Record<ProblemCode, readonly Fault[]>> = {
  invalid_request: [{ pointer: '/limit', detail: 'is not a known name', in: 'query' }],
  invalid_text: [{ pointer: '/q', detail: 'has U+0000 at position 3', in: 'query', position: 3 }],
}

const problemExample = (code: ProblemCode): Json => {
  const errors = FAULTS[code]
  return { ...problemBody(new Problem(code, undefined, errors ? { errors } : {}), '/v1/…', '5f0c7a52-8d2b-4c0e-9c39-0d8f0a3b6f51') }
}

function problemAnswers(operation: Operation, components: Components): Json {
  const codesOf = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(operation)) {
    const { status } = PROBLEMS[code]
    codesOf.set(status, [...(codesOf.get(status) ?? []), code])
  }
  const schema = components.schema(problemSchema, 'output')
  return Object.fromEntries(
    [...codesOf].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => PROBLEMS[code].title).join('; ') + '.',
        content: {
          [PROBLEM_TYPE]: {
            schema,
            examples: Object.fromEntries(codes.map((code) => [code, components.problem(code)])),
          },
        },
      },
    ]),
  )
}

function answer(operation: Operation, status: string, answer: Answer, components: Components): Json {
  const entries = [...(answer.schema ? ([['application/json', answer.schema]] as const) : []), ...Object.entries(answer.types ?? {})].map(
    ([type, schema]) => {
      const example = recordedExample(operation.operationId, status, type)
      return [
        type,
        {
          schema: schema === 'text' ? { type: 'string' } : components.schema(schema, 'output'),
          ...(example !== undefined && { example }),
        },
      ]
    },
  )
  const headers = Object.entries(answer.headers ?? {}).map(([name, description]) => [name, { description, schema: { type: 'string' } }])
  return {
    description: answer.description,
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) as Json }),
    ...(entries.length > 0 && { content: Object.fromEntries(entries) as Json }),
  }
}

function parametersOf(operation: Operation, components: Components): Json[] {
  const examples = recordedExample(operation.operationId, 'parameters') as Json | undefined
  const from = (type: z.ZodType | undefined, place: 'path' | 'query'): Json[] => {
    if (!type) return []
    const { properties = {}, required = [] } = components.schema(type, 'input') as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema,
      ...(examples?.[name] !== undefined && { example: examples[name] }),
    }))
  }
  const headers = Object.entries(operation.headers ?? {}).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  }))
  return [...from(operation.params, 'path'), ...from(operation.query, 'query'), ...headers]
}

function described(operation: Operation, components: Components): Json {
  const parameters = parametersOf(operation, components)
  const example = recordedExample(operation.operationId, 'body')
  const answers = Object.entries(operation.answers).map(([status, value]) => [status, answer(operation, status, value, components)])
  const schema = operation.body && components.schema(operation.body, 'input')
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    description: operation.description,
    tags: [operation.tag],
    security: operation.scope === 'open' ? [] : [{ key: [] }, {}],
    ...(parameters.length > 0 && { parameters }),
    ...(schema && {
      requestBody: {
        required: true,
        content: {
          [operation.streams?.[0] ?? 'application/json']: {
            schema: operation.streams ? { type: 'string' } : schema,
            ...(example !== undefined && { example }),
          },
        },
      },
    }),
    responses: {
      ...(Object.fromEntries(answers) as Json),
      ...(Object.keys(operation.answers).includes('200') &&
        answersWithTag(operation) && { '304': { description: 'The caller already has it (`If-None-Match`).' } }),
      ...problemAnswers(operation, components),
    },
  }
}

const answersWithTag = ({ answers, method }: Operation): boolean => method === 'GET' && answers[200]?.headers?.['ETag'] !== undefined

const byName = (named: Readonly<Record<string, Json>>): Json =>
  Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The OpenAPI 3.1 document of all routes. */
export function openApi(): Json {
  const components = new Components()
  const paths: Record<string, Json> = {}
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation, components)
  return {
    openapi: '3.1.0',
    info: { title: 'Attest', version: VERSION, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: byName(components.schemas),
      examples: byName(components.examples),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key. As long as there is none, the service answers only its own machine and needs no key.',
        },
      },
    },
  }
}

/** The document as it is committed and served. */
export const openApiText = (): string => JSON.stringify(openApi(), null, 2) + '\n'
