import { z } from 'zod'
import { CERTAINTIES, FACT_KINDS, POLARITIES } from '../../document/layers.js'
import { FACETS, type FactQuery } from '../../store/port.js'
import { defined, without } from '../defined.js'
import { EXPORT_FORMATS } from '../formats/facts.js'
import { predicatesOf, unitsOf } from '../../query/values.js'
import { documented, flag, instant, numeric, offsetUnitParameter, pageParameters } from './common.js'
import { anyOf, eachName, GRAMMAR, names, wordQuery } from './filters.js'
import { several } from './several.js'

const SORTS = ['published', '-published', 'time', '-time', 'value', '-value', 'relevance'] as const

const facets = documented(
  z.string().transform((text, context) => {
    const names = [...new Set(text.split(','))]
    const known = names.filter((name) => (FACETS as readonly string[]).includes(name))
    if (known.length < names.length)
      context.addIssue({ code: 'custom', message: `must be one or more of ${FACETS.join(', ')}, separated by commas` })
    return known as (typeof FACETS)[number][]
  }),
  { type: 'string', examples: [FACETS.join(',')] },
)

const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'must be an ISO 4217 code')
  .transform((code) => code.toUpperCase())

const share = documented(
  z
    .string()
    .regex(/^(0|1|[01]?\.\d{1,9})$/, 'must be a number between 0 and 1')
    .transform(Number)
    .refine((value) => value <= 1, 'must be a number between 0 and 1'),
  { type: 'number', minimum: 0, maximum: 1 },
)

const WHO = 'an id, or whole words of any alias'

/** Filters of facts; of several values of one, with commas or the parameter repeated, any will do. */
const filters = {
  q: wordQuery.optional().describe(`Over summaries and sentences: ${GRAMMAR}.`),
  kind: anyOf(FACT_KINDS).optional().describe('What sort of claim it is; any of several.'),
  entity: eachName
    .optional()
    .describe(`Who or what takes part: ${WHO}. Given twice, both must take part; of several separated by commas, any one.`),
  article: names.optional().describe('Id of an article.'),
  publisher: names.optional().describe('Its name in any case, or whole words of it: `cnn` finds CNN, else CNN Politics and cnn.com.'),
  tag: names.optional().describe('A tag of the article; any of several.'),
  status: anyOf(CERTAINTIES).optional().describe('How certain the claim is, as its innermost source puts it.'),
  polarity: anyOf(POLARITIES).optional().describe('Whether the claim is made or denied.'),
  attributed: flag.optional().describe('Whether somebody is named as the source.'),
  speaker: names.optional().describe(`Who says it: ${WHO}.`),
  via: names.optional().describe(`Outlet or document that passes it on: ${WHO}.`),
  place: names.optional().describe(`Where it happens: ${WHO}.`),
  role: names.optional().describe('The office, for facts of the kind `role`.'),
  event: names.optional().describe('The predicate, for facts of the kind `event`, in any of its forms: `met` finds `meet`.'),
  from: instant.optional().describe("The fact's own time ends after this; undated facts are left out."),
  to: instant.optional().describe("The fact's own time begins before this."),
  open: flag.optional().describe('`false`: leave out facts whose time has no beginning or no end (`since 1950`).'),
  publishedFrom: instant.optional().describe('Its article was published at or after this.'),
  publishedTo: instant.optional().describe('Its article was published before this.'),
  unit: names.optional().describe('The unit, or the thing counted, as a word or symbol: `tonnes`, `km`, `labourer`.'),
  currency: several(currency, { type: 'string', pattern: '^[A-Za-z]{3}$' }).optional().describe('ISO 4217.'),
  min: numeric.optional().describe('Lowest value; a range counts when it overlaps.'),
  max: numeric.optional().describe('Highest value; a range counts when it overlaps.'),
  minConfidence: share.optional().describe('The lowest `confidence`, between 0 and 1.'),
  of: wordQuery.optional().describe('Words for what is counted or measured, as in `q`.'),
}

interface Sorted {
  readonly sort: string
  readonly unit?: readonly string[] | undefined
  readonly currency?: readonly string[] | undefined
}

const comparable = ({ sort, unit = [], currency = [] }: Sorted): boolean =>
  !sort.endsWith('value') || unit.length === 1 || currency.length === 1
const INCOMPARABLE = { message: 'by value requires one `unit` or one `currency`: other figures cannot be compared', path: ['sort'] }

/** The query of `/v1/exports/facts`. */
export const exportQuerySchema = z
  .strictObject({
    format: z
      .enum(EXPORT_FORMATS)
      .describe('ndjson: a fact a line, as JSON. csv: RFC 4180, a line a fact. jsonld: one W3C annotation page.'),
    bom: flag.optional().describe('csv: begin with a byte order mark, so that a spreadsheet reads UTF-8.'),
    ...filters,
    sort: z.enum(SORTS).exclude(['relevance']).default('-published').describe('`value` needs one `unit` or `currency`.'),
    ...offsetUnitParameter,
  })
  .refine(comparable, INCOMPARABLE)
  .refine(({ bom, format }) => bom !== true || format === 'csv', { message: 'applies to csv only', path: ['bom'] })
  .refine(({ offsetUnit, format }) => format !== 'jsonld' || offsetUnit === 'codepoint', {
    message: 'must be codepoint in jsonld, since Web Annotation counts code points',
    path: ['offsetUnit'],
  })

/** The query of `/v1/facts`. */
export const factQuerySchema = z
  .strictObject({
    ...filters,
    sort: z.enum(SORTS).default('-published').describe('`value` needs one `unit` or `currency`; `relevance` needs `q`.'),
    facets: facets
      .optional()
      .describe(`What to count facts by, separated by commas: ${FACETS.join(', ')}. \`month\` is the month of publication.`),
    ...offsetUnitParameter,
    ...pageParameters,
  })
  .refine(comparable, INCOMPARABLE)
  .refine(({ sort, q }) => sort !== 'relevance' || q !== undefined, { message: 'by relevance requires `q`', path: ['sort'] })

/** The query of `/v1/timeline`. */
export const timelineQuerySchema = z.strictObject({
  ...filters,
  open: filters.open.describe(
    'Whether to include facts whose time has no beginning or no end (`since 1950`); they are left out by default.',
  ),
  ...offsetUnitParameter,
  ...pageParameters,
})

/** What the store is asked for. */
export function factQueryOf(query: z.output<typeof factQuerySchema>): FactQuery {
  return { ...filtersOf(without(query, 'facets', 'offsetUnit', 'limit', 'cursor', 'sort')), sort: query.sort }
}

/** What the store is asked for a timeline. */
export function timelineQueryOf(query: z.output<typeof timelineQuerySchema>): FactQuery {
  const filters = filtersOf(without(query, 'offsetUnit', 'limit', 'cursor'))
  return { ...filters, open: query.open ?? false, dated: true, sort: 'time' }
}

/** Words that have other forms stand for all that they can mean. */
function filtersOf({ event, unit, ...others }: z.output<z.ZodObject<typeof filters>>): Omit<FactQuery, 'sort'> {
  return defined({ ...others, event: event?.flatMap(predicatesOf), unit: unit?.flatMap(unitsOf) })
}

/** The same of an export. */
export function exportedFacts(query: z.output<typeof exportQuerySchema>): FactQuery {
  return { ...filtersOf(without(query, 'format', 'bom', 'offsetUnit', 'sort')), sort: query.sort }
}
