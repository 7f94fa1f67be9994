import { z } from 'zod'
import { brokenCharacter } from './json-text.js'
import { Problem, type Fault } from './problems.js'
import { isRepeated } from './schemas/several.js'
import { inWords } from './validation-words.js'

type Place = NonNullable<Fault['in']>

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => '/' + String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('')

function faultsOf(issue: z.core.$ZodIssue, place: Place): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: 'is not a known name', in: place }))
  }
  if (issue.code === 'invalid_union') return meantBranch(issue).flatMap((inner) => faultsOf(inner, place))
  return [{ pointer: pointer(issue.path), detail: issue.message, in: place }]
}

/** What is wrong by the branch of a union that was meant: the one that takes values of this type. */
function meantBranch({ path, errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] {
  const ofOtherType = (issues: readonly z.core.$ZodIssue[]): boolean =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0)
  const meant = errors.find((issues) => !ofOtherType(issues)) ?? errors[0] ?? []
  return meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))
}

/** What `schema` makes of a part of the request. Raises `invalid_request` with every place that does not fit. */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown, place: Place): z.output<Schema> {
  const result = schema.safeParse(value, { error: inWords })
  if (result.success) return result.data
  const errors = result.error.issues.flatMap((issue) => faultsOf(issue, place)).slice(0, 50)
  const first = errors[0]!
  throw new Problem('invalid_request', `${place}${first.pointer && ` ${first.pointer}`}: ${first.detail}`, { errors })
}

/** What a body holds. Raises `invalid_request`, also where nothing came. */
export function bodyOf<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (body !== undefined && body !== null) return validated(schema, body, 'body')
  const detail = body === undefined ? 'is empty' : 'is null'
  throw new Problem('invalid_request', `The body ${detail}.`, { errors: [{ pointer: '', detail, in: 'body' }] })
}

/** The parameters of a query, without U+0000, and each once but those that list values. One without a value, as forms send it, counts as absent. */
export function queryOf(query: Readonly<Record<string, unknown>>, schema?: z.ZodType): Readonly<Record<string, unknown>> {
  const shape: Readonly<Record<string, z.ZodType>> = schema instanceof z.ZodObject ? (schema.shape as z.ZodRawShape as never) : {}
  const faults: Fault[] = []
  const broken: Fault[] = []
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(query)) {
    const place = { pointer: pointer([name]), in: 'query' as const }
    const values = [value].flat().filter((one) => one !== '' || shape[name] === undefined)
    if (values.length > 1 && !isRepeated(shape[name])) faults.push({ ...place, detail: 'is given more than once' })
    if (values.length > 0) given[name] = values.length > 1 ? values : values[0]
    const character = brokenCharacter(String(value))
    if (character) broken.push({ ...place, ...character })
  }
  if (broken.length > 0) throw new Problem('invalid_text', undefined, { errors: broken })
  if (faults.length > 0) throw new Problem('invalid_request', `query ${faults[0]!.pointer}: ${faults[0]!.detail}`, { errors: faults })
  return given
}
