import { z } from 'zod'
import type { OffsetUnit } from '../../document/offsets.js'

/** What a value looks like in the OpenAPI document where its zod type, which reads text, would show something else. */
export const DOCUMENTED_AS = new WeakMap<z.core.$ZodType, object>()

/** Documents `schema` as the JSON schema `json`. */
export function documented<Schema extends z.ZodType>(schema: Schema, json: object): Schema {
  DOCUMENTED_AS.set(schema, json)
  return schema
}

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const TIME = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`
const INSTANT = new RegExp(`^${DAY}(?:${TIME})?$`)

/** The UTC milliseconds of an RFC 3339 time or a date (its midnight in UTC); undefined when the calendar has no such day. */
export function instantOf(text: string): number | undefined {
  if (!INSTANT.test(text)) return undefined
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number]
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return Date.parse(text)
}

const TIME_WORDS = 'must be an RFC 3339 time with an offset (2019-04-24T15:45:00+08:00; + is %2B in a query) or a date (2019-04-24)'

/** RFC 3339 with an offset, or a date alone; stays text. */
export const timeText = z
  .string()
  .max(40)
  .refine((text) => instantOf(text) !== undefined, TIME_WORDS)
  .describe('RFC 3339 with an offset, or a date alone.')

/** The same, read as UTC milliseconds. */
export const instant = documented(
  z.string().transform((text, context): number => {
    const at = instantOf(text)
    if (at === undefined) context.addIssue({ code: 'custom', message: TIME_WORDS })
    return at ?? 0
  }),
  { type: 'string', examples: ['2019-04-01', '2019-04-24T15:45:00Z'] },
)

/** A number in a query. */
export const numeric = documented(
  z
    .string()
    .regex(/^-?\d{1,30}(\.\d{1,20})?([eE][+-]?\d{1,2})?$/, 'must be a number')
    .transform(Number),
  { type: 'number' },
)

/** A whole number in a query or path. */
export const wholeNumber = (lowest: number, highest: number) =>
  documented(
    z
      .string()
      .regex(/^\d{1,15}$/, 'must be a whole number')
      .transform(Number)
      .refine((value) => value >= lowest && value <= highest, `must be between ${lowest} and ${highest}`),
    { type: 'integer', minimum: lowest, maximum: highest },
  )

/** `true` or `false` in a query; `1`, `0` and other capitals (`True`, as Python writes it) are read too. */
export const flag = documented(
  z
    .string()
    .regex(/^(true|false|1|0)$/i, 'must be true or false')
    .transform((text) => /^(true|1)$/i.test(text)),
  { type: 'boolean' },
)

/** Words in a query, at most 500 characters. */
export const words = z.string().min(1).max(500)

export const OFFSET_UNITS = ['codepoint', 'utf16', 'utf8'] as const satisfies readonly OffsetUnit[]
export type { OffsetUnit }
const UNIT_HELP =
  'What offsets count: codepoint (as W3C Web Annotation and Python), utf16 (as JavaScript, Java, C#), utf8 (bytes, as Go and Rust).'
export const offsetUnit = z.enum(OFFSET_UNITS).describe(UNIT_HELP)
export const offsetUnitParameter = { offsetUnit: offsetUnit.default('codepoint') }

export const DEFAULT_LIMIT = 50
export const pageParameters = {
  limit: wholeNumber(1, 500).optional().describe(`How many items, at most 500; ${DEFAULT_LIMIT} by default.`),
  cursor: z.string().min(1).max(4000).optional().describe('`next` of the previous page.'),
}

const didYouMean = z
  .array(z.object({ parameter: z.string(), given: z.string(), values: z.array(z.string()).describe('The nearest first.') }))
  .optional()
  .describe('On an empty page: parameters that find nothing as they are given, and what would find something.')

/** A page of a list that is searched. */
export const foundPageOf = <Item extends z.ZodType>(item: Item, more: z.ZodRawShape = {}) => pageOf(item, { ...more, didYouMean })

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item, more: z.ZodRawShape = {}) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('Cursor of the next page; null on the last.'), ...more })

/** An opaque id with its prefix; what does not look like one is answered with 404, not 400. */
export const idParameter = (kind: string) => z.object({ id: z.string().describe(`Id of the ${kind}.`) })

export const span = { start: z.int().describe('First character.'), end: z.int().describe('One past the last character.') }
export const spanSchema = z.object(span)
export const excerpt = z.object({ ...span, text: z.string() })
