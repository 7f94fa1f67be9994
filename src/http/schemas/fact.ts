import { z } from 'zod'
import { CERTAINTIES, FACT_KINDS, POLARITIES } from '../../document/layers.js'
import { excerpt, offsetUnit, foundPageOf, pageOf, span } from './common.js'

export const figureFields = {
  ...span,
  text: z.string(),
  kind: z.enum(['money', 'percent', 'count', 'measure', 'age', 'ordinal', 'ratio']),
  value: z.number().nullable().describe('With its scale applied (`$5m` is 5000000); null for a range.'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  modifier: z.enum(['exact', 'about', 'more_than', 'less_than', 'at_least', 'up_to', 'between']),
  change: z
    .object({ direction: z.enum(['up', 'down']), from: z.number().nullable(), to: z.number().nullable(), by: z.number().nullable() })
    .nullable(),
  unit: z.object({ name: z.string(), dimension: z.string().nullable() }).nullable(),
  vague: z
    .literal(true)
    .optional()
    .describe('Present for a vague amount (`dozens`, `several hundred`): `min` and `max` are what the words may mean.'),
  si: z
    .object({ unit: z.string(), value: z.number().nullable(), min: z.number().nullable(), max: z.number().nullable() })
    .optional()
    .describe('A measure in SI units, beside the value as written; absent where its unit has no conversion.'),
  currency: z.string().nullable().describe('ISO 4217.'),
  per: z.string().nullable().describe('The rate: `year` in `$500m a year`.'),
  of: excerpt.nullable().describe('What is counted or measured.'),
  rule: z.string(),
}

export const figureSchema = z.object(figureFields).meta({ id: 'Figure', description: 'A quantity: modifier, number and unit.' })

export const linkFields = {
  role: z.enum(['speaker', 'document', 'outlet']),
  name: z.string(),
  entity: z.string().nullable().optional(),
  entityId: z.string().nullable(),
  ...span,
  text: z.string(),
  cue: excerpt,
}
export const linkSchema = z.object(linkFields).meta({ id: 'AttributionLink', description: 'One step of who says it.' })

const reference = z.object({ entityId: z.string().nullable(), text: z.string() })

export const citationSchema = z
  .object({
    articleId: z.string().nullable(),
    version: z.int().nullable(),
    quote: z.string().describe('The exact text of the evidence: `text[start:end]`.'),
    ...span,
    prefix: z.string(),
    suffix: z.string(),
    sentence: excerpt,
    fragment: z.string().describe('Appended to the address of the article, it opens the page at the quote and highlights it.'),
  })
  .meta({ id: 'Citation', description: 'The characters that say it.' })

const factArticle = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'FactArticle', description: 'The article that says it.' })

const fields = {
  id: z.string(),
  kind: z.enum(FACT_KINDS),
  articleId: z.string().nullable(),
  version: z.int().nullable(),
  summary: z.string(),
  subject: reference.nullable(),
  predicate: z.string().nullable(),
  object: reference.nullable(),
  figure: figureSchema.nullable(),
  time: z.object({ value: z.string(), from: z.string().nullable(), to: z.string().nullable() }).nullable(),
  place: reference.nullable(),
  entities: z.array(z.string()),
  status: z.enum(CERTAINTIES),
  polarity: z.enum(POLARITIES),
  statusCues: z.array(excerpt),
  attribution: z.array(linkSchema).describe('Innermost first.'),
  confidence: z.number(),
  rule: z.string(),
  citations: z
    .array(citationSchema)
    .describe('The first places that say it, at most 20 of `citationCount`; all of them: `/v1/facts/{id}/citations`.'),
  citationCount: z.int(),
  article: factArticle.nullable().describe('Null if nothing is stored.'),
}

export const factSchema = z.object(fields).meta({ id: 'Fact', description: 'One claim of one article, with the characters that prove it.' })
export const singleFact = z
  .object({ ...fields, offsetUnit })
  .meta({ id: 'SingleFact', description: 'A fact with the unit of its offsets.' })

export const citationPage = pageOf(citationSchema, { offsetUnit })

export const factPage = foundPageOf(factSchema, {
  offsetUnit,
  facets: z
    .record(
      z.string(),
      z.array(
        z.object({
          value: z.string().describe('As the filter of this name accepts it.'),
          name: z.string().optional().describe('Of entities, speakers and places.'),
          count: z.int(),
        }),
      ),
    )
    .optional(),
}).meta({ id: 'FactPage', description: 'Facts, and how many there are of each facet that was asked for.' })
