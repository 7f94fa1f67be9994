import { z } from 'zod'
import { offsetUnit, foundPageOf, span, spanSchema } from './common.js'

export const searchPage = foundPageOf(
  z
    .object({
      articleId: z.string(),
      version: z.int(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedAt: z.string().nullable(),
      sentence: z.string(),
      ...span,
      highlights: z.array(z.array(z.int()).min(2).max(2)).describe('Pairs of start and end, relative to the sentence.'),
    })
    .meta({ id: 'SearchHit', description: 'A sentence that was found.' }),
  { offsetUnit },
)

export const claimedCitation = z
  .strictObject({
    articleId: z.string().max(200),
    version: z.int().min(1).max(1_000_000_000),
    start: z.int().min(0).max(1_000_000_000),
    end: z.int().min(0).max(1_000_000_000),
    quote: z.string().min(1).max(1_000_000),
    offsetUnit: offsetUnit.default('codepoint'),
  })
  .refine(({ start, end }) => start < end, { message: 'lies behind `start`', path: ['end'] })
  .meta({ id: 'ClaimedCitation', description: 'A citation to be checked.' })

export const verdict = z
  .object({
    valid: z.boolean().describe('Whether the article says exactly this, exactly here.'),
    actual: z.string().nullable().describe('What stands there; null where the offsets lie outside the text or inside a character.'),
    movedTo: z
      .object({ version: z.int(), ...spanSchema.shape })
      .optional()
      .describe('The nearest other place of the quote, in the cited version, else in the newest.'),
    offsetUnit,
  })
  .meta({ id: 'Verdict', description: 'Whether a citation holds.' })
