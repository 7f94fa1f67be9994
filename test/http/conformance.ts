import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { openApi } from '../../src/http/openapi.js'
import { OPERATIONS } from '../../src/http/operations.js'
import type { Answered } from './service.js'

type Json = Record<string, unknown>

/** Closes every object that lists its members, so that a member the document does not name is seen. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]))
  return 'properties' in inside && inside['additionalProperties'] === undefined ? { ...inside, additionalProperties: false } : inside
}

const document = openApi() as {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Json }> }> }>>
} & Json
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ $id: 'attest', ...(closed({ components: document['components'] }) as Json) })

const compiled = new Map<string, ValidateFunction>()
const compile = (schema: Json): ValidateFunction =>
  ajv.compile(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/components', '"attest#/components')) as Json)

/** What is wrong with an answer by the OpenAPI document: an undocumented status, type or member; empty when nothing is. */
export function faultsOf(method: string, path: string, answer: Answered<unknown>): string[] {
  const operation = OPERATIONS.find((one) => one.method === method && matches(one.path, path))
  if (!operation) return answer.status === 404 || answer.status === 405 ? [] : [`no operation ${method} ${path}`]
  const response = document.paths[operation.path]![method.toLowerCase()]!.responses[String(answer.status)]
  if (!response) return [`${operation.operationId}: status ${answer.status} is not documented (${answer.text.slice(0, 200)})`]
  if (!response.content) return answer.text === '' ? [] : [`${operation.operationId}: an undocumented body`]
  const type = answer.headers['content-type']?.split(';')[0] ?? ''
  const schema = response.content[type]?.schema
  if (!schema) return [`${operation.operationId}: ${answer.status} in ${type} is not documented`]
  if (schema['type'] === 'string') return []
  const key = `${operation.operationId} ${answer.status} ${type}`
  const validate = compiled.get(key) ?? compile(schema)
  compiled.set(key, validate)
  return validate(answer.body)
    ? []
    : (validate.errors ?? []).map((error) => `${operation.operationId} ${error.instancePath} ${error.message}`)
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
}
