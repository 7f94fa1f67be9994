import { z } from 'zod'
import type { Archive } from '../../archive/archive.js'
import type { ChangePage } from '../../store/port.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { pageParameters, wholeNumber } from '../schemas/common.js'
import { changePage } from '../schemas/job.js'
import { defined } from '../defined.js'

/** Longest wait in seconds: less than the minute after which proxies give up. */
const LONGEST = 55
/** How often a waiting request looks for what other processes wrote. Milliseconds. */
const LOOK = 2000

interface Waiting {
  readonly seconds: number
  readonly archive: Archive
  readonly stopping: AbortSignal
  /** Whether nobody waits for the answer any more. */
  readonly left: () => boolean
}

/** A page with something in it; an empty one when time is up or nobody waits any more. */
async function awaited(read: () => Promise<ChangePage>, { seconds, archive, stopping, left }: Waiting): Promise<ChangePage> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const rest = stopping.aborted ? 0 : end - performance.now()
    // Listening begins before looking: what is written between the two is not missed.
    const written = rest > 0 ? archive.nextWrite(Math.min(rest, LOOK), stopping) : undefined
    const page = await read()
    if (page.items.length > 0 || written === undefined || left()) return page
    await written
  }
}

const query = z
  .strictObject({
    ...pageParameters,
    cursor: pageParameters.cursor.describe('`next` or `cursor` of an earlier page.'),
    after: wholeNumber(0, 999_999_999_999_999).optional().describe('The last `sequence` you have seen, instead of a cursor.'),
    wait: wholeNumber(0, LONGEST).optional().describe('How many seconds to wait for the next change if there is none yet (long polling).'),
  })
  .refine(({ cursor, after }) => cursor === undefined || after === undefined, {
    message: 'cannot be combined with `cursor`',
    path: ['after'],
  })

export const listChanges = operation({
  method: 'GET',
  path: '/v1/changes',
  operationId: 'listChanges',
  summary: 'Follow changes',
  description:
    'Every addition, new version, re-extraction, update and deletion of articles, and behind each the facts that it removed, changed and added (`factIds`, at most 200 ' +
    'to an item), the oldest first. A copy is kept by asking again with `cursor`, which every page has, the last one too; `wait=30` answers as soon as ' +
    'something happens.',
  tag: 'Articles',
  scope: 'read',
  query,
  answers: { 200: { description: 'A page of changes.', schema: changePage, headers: { Link: 'The next page.' } } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { wait = 0, after, ...page }, request, reply }, { store, archive }) => {
    const stopping = request.server.getDecorator<AbortSignal>('stopping')
    const read = (): Promise<ChangePage> => store.changes({ ...pageRequest(page), ...defined({ after }) })
    const found = await awaited(read, { seconds: wait, archive, stopping, left: () => reply.raw.destroyed })
    return { status: 200, headers: { 'cache-control': 'no-store', ...linkToNext(request, found.next) }, value: found }
  },
})
