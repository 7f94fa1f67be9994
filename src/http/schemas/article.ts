import { z } from 'zod'
import { WARNINGS } from '../../ingest/warnings.js'
import { offsetUnit, foundPageOf, span } from './common.js'

export const counts = z
  .object({ sentences: z.int(), entities: z.int(), dates: z.int(), figures: z.int(), quotes: z.int(), facts: z.int() })
  .meta({ id: 'Counts', description: 'How much was found.' })

export const ignored = z
  .object({ ...span, reason: z.string() })
  .meta({ id: 'Ignored', description: 'Part of the text that does not belong to the article.' })

export const skipped = z
  .object({ layer: z.string(), reason: z.string() })
  .meta({ id: 'Skipped', description: 'A layer that was not analysed, and why.' })

const MEANINGS = WARNINGS.map(({ name, meaning }) => `\`${name}\`: ${meaning}`).join(' ')

export const warnings = z
  .array(z.string())
  .meta({ description: `What was doubtful when the article was added. ${MEANINGS} More may be added.` })

const summary = {
  id: z.string(),
  version: z.int(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  timezone: z.string().nullable(),
  language: z.string(),
  externalId: z.string().nullable(),
  tags: z.array(z.string()),
  counts,
  ignored: z.array(ignored),
  skipped: z.array(skipped),
  warnings,
  createdAt: z.string(),
  extractor: z.object({ version: z.string() }),
}

export const articleSchema = z
  .object({ ...summary, text: z.string(), offsetUnit })
  .meta({ id: 'Article', description: 'An article as it was taken in.' })

export const articleSummarySchema = z.object(summary).meta({ id: 'ArticleSummary', description: 'An article without its text.' })
export const articlePage = foundPageOf(articleSummarySchema, { offsetUnit })

export const articleVersions = z.object({
  items: z.array(z.object({ version: z.int(), createdAt: z.string(), publishedAt: z.string().nullable(), counts })),
})
