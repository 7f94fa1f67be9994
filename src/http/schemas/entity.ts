import { z } from 'zod'
import { ENTITY_TYPES } from '../../document/layers.js'
import { offsetUnit, foundPageOf } from './common.js'
import { factSchema } from './fact.js'

const fields = {
  id: z.string(),
  type: z.enum(ENTITY_TYPES),
  name: z.string(),
  aliases: z
    .array(z.object({ text: z.string(), count: z.int() }))
    .describe('How articles write it, the most frequent form first; at most 100.'),
  articles: z.int(),
  mentions: z.int(),
}

export const sharedEntity = z.object(fields).meta({ id: 'SharedEntity', description: 'An entity across articles.' })
export const entityPage = foundPageOf(sharedEntity)

export const entityDetail = z
  .object({
    ...fields,
    roles: z.array(factSchema),
    companions: z.array(z.object({ entityId: z.string(), name: z.string(), articles: z.int() })),
    offsetUnit,
  })
  .meta({ id: 'EntityDetail', description: 'An entity, its roles, and who is mentioned in the same articles.' })
