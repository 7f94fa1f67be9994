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

const offset = z.int().min(0).max(1_000_000_000)

export const claimedCitation = z
  .strictObject({
    articleId: z.string().max(200).optional().describe('All articles when absent.'),
    version: z.int().min(1).max(1_000_000_000).optional().describe('The newest when absent.'),
    start: offset.optional().describe('With `end`: where it is claimed to stand. Anywhere when absent.'),
    end: offset.optional(),
    quote: z.string().min(1).max(1_000_000),
    offsetUnit: offsetUnit.default('codepoint'),
  })
  .refine(({ start, end }) => start === undefined || end === undefined || start < end, {
    message: 'must be greater than `start`',
    path: ['end'],
  })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), { message: 'must come together with `start`', path: ['end'] })
  .refine(({ articleId, version, start }) => articleId !== undefined || (version === undefined && start === undefined), {
    message: 'must be given with a version or a place',
    path: ['articleId'],
  })
  .meta({ id: 'ClaimedCitation', description: 'A citation to be checked.' })

const movedTo = z.object({ version: z.int(), ...spanSchema.shape })

export const verdict = z
  .object({
    valid: z.boolean().describe('Whether the article says exactly this, exactly here; without a place, whether it is said anywhere.'),
    actual: z
      .string()
      .nullable()
      .describe(
        'What stands there, at most 1,000 characters more than the quote; null where the offsets lie outside the text or inside a character.',
      ),
    movedTo: movedTo.optional().describe('The nearest other place of the quote, in the cited version, else in the newest.'),
    places: z
      .array(z.object({ articleId: z.string(), ...movedTo.shape }))
      .optional()
      .describe('Where the quote stands, when no place was claimed.'),
    error: z.object({ code: z.string(), detail: z.string() }).optional().describe('In a list: why this citation could not be looked at.'),
    offsetUnit,
  })
  .meta({ id: 'Verdict', description: 'Whether a citation holds.' })
