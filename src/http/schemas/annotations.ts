import { z } from 'zod'
import { ENTITY_TYPES } from '../../document/layers.js'
import { LAYERS, type WindowRequest } from '../../store/annotation-window.js'
import { defined } from '../defined.js'
import { ignored, skipped, warnings } from './article.js'
import { documented, excerpt, offsetUnit, offsetUnitParameter, span, spanSchema, wholeNumber } from './common.js'
import { factSchema, figureSchema, linkSchema } from './fact.js'

const mention = z.object({
  ...span,
  text: z.string(),
  form: z.enum(['name', 'nominal', 'pronoun']),
  metonymy: z.boolean().optional().describe('Whether a capital or country stands for its government.'),
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
    addressee: speaker.nullable().describe('To whom it is said, if the text says so.'),
    attribution: z.array(linkSchema),
    segments: z.array(excerpt),
    rule: z.string(),
  })
  .meta({ id: 'Quote', description: 'What somebody said; the span excludes the quotation marks.' })

const truncated = z
  .object({
    next: z.int().describe('Where the missing part begins: `from` of the request for it.'),
    layers: z
      .object(Object.fromEntries(LAYERS.map((layer) => [layer, z.object({ listed: z.int(), total: z.int() }).optional()])))
      .describe('How much of each layer is listed, and how much the whole text has.'),
  })
  .meta({ id: 'Truncated', description: 'An answer that is full, and what it leaves out.' })

const layers = documented(
  z.string().transform((text, context) => {
    const names = [...new Set(text.split(','))]
    const known = LAYERS.filter((layer) => names.includes(layer))
    if (known.length < names.length) context.addIssue({ code: 'custom', message: `lists some of ${LAYERS.join(',')}` })
    return known
  }),
  { type: 'string', examples: ['facts', 'entities,facts'] },
)

const MOST_OFFSET = 1_000_000_000

/** Which part of what was found is asked for. */
export const windowParameters = {
  layers: layers.optional().describe('Separated by commas; all by default. Layers that were not requested are empty.'),
  from: wholeNumber(0, MOST_OFFSET).optional().describe('Only what begins here or later.'),
  to: wholeNumber(0, MOST_OFFSET).optional().describe('Only what begins before.'),
  ...offsetUnitParameter,
}

/** The same for those who answer. */
export const windowOf = ({ offsetUnit: unit, ...asked }: z.output<z.ZodObject<typeof windowParameters>>): WindowRequest => ({
  unit,
  ...defined(asked),
})

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
    truncated: truncated.nullable().describe('Null if everything that was requested is listed.'),
  })
  .meta({ id: 'Annotations', description: 'Everything found in a text. No span overlaps an ignored one.' })
