import { z } from 'zod'
import { operation } from '../operation.js'
import { annotationsSchema, windowOf, windowParameters } from '../schemas/annotations.js'
import { submissionSchema } from '../schemas/submission.js'
import { submissionOf } from '../submission.js'

export const extract = operation({
  method: 'POST',
  path: '/v1/extract',
  operationId: 'extract',
  summary: 'Read a text without storing it',
  description:
    'The same body and the same analysis as for a new article; nothing is stored. Bodies up to 1 MiB: longer texts go to `POST /v1/articles` as jobs. An answer has at most 8 MiB: ' +
    'what a dense text gives beyond that is left out, and `truncated.next` is the `from` of the request that has it.',
  tag: 'Extract',
  scope: 'read',
  query: z.strictObject(windowParameters),
  body: submissionSchema,
  bodyLimit: {
    bytes: 1024 * 1024,
    hint: 'The body is larger than 1 MiB. Send it to POST /v1/articles with `Prefer: respond-async`: a job reads it, and /v1/articles/{id}/annotations has the same answer.',
  },
  answers: { 200: { description: 'Everything found in the text.', schema: annotationsSchema } },
  problems: ['no_main_content', 'overloaded'],
  handle: async ({ body, query }, { archive }) => ({
    status: 200,
    json: [await archive.extract(submissionOf(body), windowOf(query))],
  }),
})
