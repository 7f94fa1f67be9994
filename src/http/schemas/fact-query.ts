import { z } from 'zod'
import { CERTAINTIES, FACT_KINDS, POLARITIES } from '../../document/layers.js'
import { FACETS, type FactQuery } from '../../store/port.js'
import { defined, without } from '../defined.js'
import { documented, flag, instant, numeric, offsetUnitParameter, pageParameters, words } from './common.js'

const SORTS = ['published', '-published', 'time', '-time', 'value', '-value', 'relevance'] as const

const facets = documented(
  z.string().transform((text, context) => {
    const names = [...new Set(text.split(','))]
    const known = names.filter((name) => (FACETS as readonly string[]).includes(name))
    if (known.length < names.length) context.addIssue({ code: 'custom', message: `lists some of ${FACETS.join(',')}` })
    return known as (typeof FACETS)[number][]
  }),
  { type: 'string', examples: [FACETS.join(',')] },
)

const filters = {
  q: words.optional().describe('Words, "phrases", -not; over summaries and sentences.'),
  kind: z.enum(FACT_KINDS).optional(),
  entity: words.optional().describe('Id of an entity, or whole words of any alias.'),
  article: words.optional().describe('Id of an article.'),
  publisher: words.optional(),
  tag: words.optional(),
  status: z.enum(CERTAINTIES).optional().describe('How certain the innermost source is.'),
  polarity: z.enum(POLARITIES).optional(),
  attributed: flag.optional().describe('Whether somebody is named as the source.'),
  speaker: words.optional().describe('Who says it: id, or whole words of any alias.'),
  via: words.optional().describe('Outlet or document that passes it on: id, or whole words of any alias.'),
  role: words.optional().describe('The office, in role facts.'),
  event: words.optional().describe('The predicate, in event facts.'),
  from: instant.optional().describe("The fact's own time ends after this; undated facts are left out."),
  to: instant.optional().describe("The fact's own time begins before this."),
  publishedFrom: instant.optional(),
  publishedTo: instant.optional(),
  unit: words.optional().describe('Singular English: `tonne`, `labourer`.'),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'is an ISO 4217 code')
    .transform((code) => code.toUpperCase())
    .optional(),
  min: numeric.optional().describe('Lowest value; a range counts when it overlaps.'),
  max: numeric.optional(),
  of: words.optional().describe('Words of what is counted.'),
}

/** The query of `/v1/facts`. */
export const factQuerySchema = z
  .strictObject({
    ...filters,
    sort: z.enum(SORTS).default('-published').describe('`value` needs `unit` or `currency`; `relevance` needs `q`.'),
    facets: facets.optional().describe('Also count by these: kind, publisher, entity, status, unit; with commas.'),
    ...offsetUnitParameter,
    ...pageParameters,
  })
  .refine(({ sort, unit, currency }) => !sort.endsWith('value') || unit !== undefined || currency !== undefined, {
    message: 'by value needs `unit` or `currency`: other figures cannot be compared',
    path: ['sort'],
  })
  .refine(({ sort, q }) => sort !== 'relevance' || q !== undefined, { message: 'by relevance needs `q`', path: ['sort'] })

/** The query of `/v1/timeline`. */
export const timelineQuerySchema = z.strictObject({
  entity: filters.entity,
  from: filters.from,
  to: filters.to,
  ...offsetUnitParameter,
  ...pageParameters,
})

/** What the store is asked for. */
export function factQueryOf(query: z.output<typeof factQuerySchema>): FactQuery {
  return { ...defined(without(query, 'facets', 'offsetUnit', 'limit', 'cursor')), sort: query.sort }
}
