import { z } from 'zod'
import type { Annotations } from '../../store/records.js'
import { withMember } from '../formats/facts.js'
import { mapSpans, offsetMap, sameOffsets } from '../offsets.js'
import { operation } from '../operation.js'
import { annotationsSchema } from '../schemas/annotations.js'
import { offsetUnitParameter } from '../schemas/common.js'
import { submissionSchema } from '../schemas/submission.js'
import { submissionOf } from '../submission.js'

export const extract = operation({
  method: 'POST',
  path: '/v1/extract',
  operationId: 'extract',
  summary: 'Read a text without storing it',
  description:
    'The same body and the same analysis as for a new article; nothing is stored. Bodies up to 1 MiB: longer texts go to `POST /v1/articles` as jobs.',
  tag: 'Extract',
  scope: 'read',
  query: z.strictObject(offsetUnitParameter),
  body: submissionSchema,
  bodyLimit: {
    bytes: 1024 * 1024,
    hint: 'The body is larger than 1 MiB. Send it to POST /v1/articles with `Prefer: respond-async`: a job reads it, and /v1/articles/{id}/annotations has the same answer.',
  },
  answers: { 200: { description: 'Everything found in the text.', schema: annotationsSchema } },
  problems: ['no_main_content', 'overloaded'],
  handle: async ({ body, query: { offsetUnit } }, { archive }) => {
    const { json, ...flags } = await archive.extract(submissionOf(body))
    if (sameOffsets(flags, offsetUnit)) return { status: 200, json: [withMember(json, 'offsetUnit', offsetUnit)] }
    const annotations = JSON.parse(json) as Annotations
    return { status: 200, value: { ...mapSpans(annotations, offsetMap(annotations.text, offsetUnit)), offsetUnit } }
  },
})
