import { z } from 'zod'
import { PROBLEMS, type ProblemCode } from '../problems.js'

/** An error answer, as RFC 9457 has it. */
export const problemSchema = z
  .object({
    type: z.string().describe('Address of the page about this error.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('The path that was asked for.'),
    code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).describe('Stable: for programs to act on.'),
    requestId: z.string().describe('The log has the same id.'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON Pointer to the place.'),
          detail: z.string(),
          in: z.enum(['body', 'query', 'path', 'header']).optional(),
          position: z.int().optional().describe('In a string: which character, from 0.'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'An error.' })
