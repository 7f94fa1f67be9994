import { z } from 'zod'
import { operation } from '../operation.js'
import { annotationsSchema, windowOf, windowParameters } from '../schemas/annotations.js'
import { submissionSchema } from '../schemas/submission.js'
import { submissionOf } from '../submission.js'

export const extract = operation({
  method: 'POST',
  path: '/v1/extract',
  operationId: 'extract',
  summary: 'Analyse a text without storing it',
  description:
    'The same body and the same analysis as for a new article; nothing is stored. Texts up to 1 MiB, whether sent as `text` or taken from `html`, which itself may be as long as any body: longer texts go to `POST /v1/articles` as jobs. An answer has at most 8 MiB: ' +
    'what a dense text gives beyond that is left out, and `truncated.next` is the `from` of the request that has it.',
  tag: 'Extract',
  scope: 'read',
  query: z.strictObject(windowParameters),
  body: submissionSchema,
  answers: { 200: { description: 'Everything found in the text.', schema: annotationsSchema } },
  problems: ['no_main_content', 'overloaded'],
  handle: async ({ body, query }, { archive }) => ({
    status: 200,
    json: [await archive.extract(submissionOf(body), windowOf(query))],
  }),
})
