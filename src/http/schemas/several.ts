import { z } from 'zod'
import { inWords } from '../validation-words.js'
import { documented } from './common.js'

/** More values of one filter are refused: each is looked up by itself. */
const MOST_VALUES = 20
const REPEATED = new WeakSet<z.core.$ZodType>()

/** Whether a parameter may be given more than once. */
export function isRepeated(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodOptional) return isRepeated(schema.unwrap() as z.ZodType)
  return schema !== undefined && REPEATED.has(schema)
}

/** What parts values. In names a comma must not have a space behind it: `Paris, France` is one. */
export const COMMA = /\s*,\s*/
export const COMMA_OF_NAMES = /,(?! )/

/** The values of a filter, of which any will do: the parameter repeated, or commas. */
export function several<Value>(item: z.ZodType<Value, string>, json: object, comma = COMMA) {
  return repeated(json, (given, fail) => {
    const values = given.flatMap((text) => text.split(comma))
    if (values.length > MOST_VALUES) fail(`must have at most ${MOST_VALUES} values`)
    return values.flatMap((value) => read(item, value, fail))
  })
}

/** The values of a filter, each of which must hold: the parameter repeated. Of what commas part, any will do. */
export function eachOf<Value>(item: z.ZodType<Value, string>, json: object, comma = COMMA) {
  return repeated(json, (given, fail) => {
    const values = given.map((text) => text.split(comma))
    if (values.flat().length > MOST_VALUES) fail(`must have at most ${MOST_VALUES} values`)
    return values.map((any) => any.flatMap((value) => read(item, value, fail)))
  })
}

type Fail = (message: string) => void

function read<Value>(item: z.ZodType<Value, string>, value: string, fail: Fail): Value[] {
  const result = item.safeParse(value, { error: inWords })
  if (result.success) return [result.data]
  fail(value === '' ? 'has an empty value between its commas' : `${JSON.stringify(value)} ${result.error.issues[0]!.message}`)
  return []
}

function repeated<Value>(items: object, values: (given: readonly string[], fail: Fail) => Value) {
  const schema = z.union([z.string(), z.array(z.string())]).transform((given, context): Value => {
    return values([given].flat(), (message) => context.addIssue({ code: 'custom', message }))
  })
  REPEATED.add(schema)
  return documented(schema, { type: 'array', items })
}
