import { z } from 'zod'
import { ENTITY_TYPES } from '../../document/layers.js'
import { ignored, skipped, warnings } from './article.js'
import { excerpt, offsetUnit, span, spanSchema } from './common.js'
import { factSchema, figureSchema, linkSchema } from './fact.js'

const mention = z.object({
  ...span,
  text: z.string(),
  form: z.enum(['name', 'nominal', 'pronoun']),
  metonymy: z.boolean().optional().describe('A capital or country that stands for its government.'),
  rule: z.string(),
})

const entity = z
  .object({
    id: z.string().describe('Local to the article.'),
    entityId: z.string().optional().describe('Shared across articles; absent where nothing is stored.'),
    type: z.enum(ENTITY_TYPES),
    name: z.string(),
    country: z.string().optional().describe('ISO 3166-1 alpha-2.'),
    mentions: z.array(mention),
  })
  .meta({ id: 'Entity', description: 'Somebody or something that the article names.' })

const date = z
  .object({
    ...span,
    text: z.string(),
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: z.string().nullable().describe('As ISO-TimeML TIMEX3.'),
    mod: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable().describe('Exclusive.'),
    precision: z.string().nullable(),
    anchor: z.enum(['publication', 'text', 'none']),
    reason: z.enum(['no-anchor', 'invalid']).optional(),
    alternatives: z.array(z.string()),
    said: z.array(z.string()).describe('Parts that the text itself states.'),
    rule: z.string(),
  })
  .meta({ id: 'DateMention', description: 'A time expression.' })

const speaker = z.object({ entity: z.string().nullable(), name: z.string(), ...span, text: z.string() })

const quote = z
  .object({
    ...span,
    text: z.string(),
    kind: z
      .enum(['statement', 'stance'])
      .describe(
        '`statement`: said, written or held to be so. `stance`: wanted, supported, expected or meant; no facts are taken from its words.',
      ),
    direct: z.boolean(),
    speaker: speaker.nullable(),
    cue: excerpt.nullable(),
    addressee: speaker.nullable().describe('To whom it is said, where that is told.'),
    attribution: z.array(linkSchema),
    segments: z.array(excerpt),
    rule: z.string(),
  })
  .meta({ id: 'Quote', description: 'What somebody said, without the quotation marks.' })

export const annotationsSchema = z
  .object({
    language: z.string(),
    offsetUnit,
    text: z.string(),
    title: z.string().nullable(),
    publishedAt: z.string().nullable(),
    sentences: z.array(spanSchema),
    entities: z.array(entity),
    dates: z.array(date),
    figures: z.array(figureSchema),
    quotes: z.array(quote),
    facts: z.array(factSchema),
    ignored: z.array(ignored),
    skipped: z.array(skipped),
    warnings,
  })
  .meta({ id: 'Annotations', description: 'Everything found in a text. No span overlaps an ignored one.' })
