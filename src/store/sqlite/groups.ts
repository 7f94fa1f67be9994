import type { PackedArticle } from '../port.js'
import type { Connection } from './connection.js'
import type { Call, Reply } from './thread-messages.js'

/** Calls that may share a transaction with others of them: what many articles have in common is then written to disk once. */
const SHARED: readonly Call['method'][] = ['saveAnalysis', 'saveReextraction', 'enqueue', 'takeJob', 'releaseJob', 'reportJob', 'failJob']

/** How many calls share a transaction at most, and bytes of articles: the first must wait for the last, and the log holds them all. */
const MOST = 16
const MOST_BYTES = 2 * 1024 ** 2

/**
 * Answers calls in their order; those of a group are answered together, once all of it is on disk. A call that fails takes back
 * only its own writes.
 */
export function* inGroups(connection: Connection, calls: readonly Call[], answer: (call: Call) => Reply): Generator<Reply> {
  for (let start = 0; start < calls.length;) {
    const end = endOfGroup(calls, start)
    yield* end - start > 1 ? together(connection, calls.slice(start, end), answer) : [answer(calls[start]!)]
    start = end
  }
}

function endOfGroup(calls: readonly Call[], start: number): number {
  let end = start
  let bytes = 0
  while (end < calls.length && end - start < MOST && SHARED.includes(calls[end]!.method) && bytes < MOST_BYTES)
    bytes += bytesOf(calls[end++]!)
  return Math.max(end, start + 1)
}

/** Of a packed article, which most of a transaction is; other calls are short. */
function bytesOf({ args: [article] }: Call): number {
  if (typeof article !== 'object' || article === null || !('rows' in article)) return 0
  const { annotations, rows, bodies } = article as PackedArticle
  return annotations.byteLength + rows.byteLength + bodies.byteLength
}

/** Where one fails, nothing of the group is kept and each call is made again by itself. */
function together(connection: Connection, calls: readonly Call[], answer: (call: Call) => Reply): Reply[] {
  try {
    return connection.atomically(() =>
      calls.map((call) => {
        const reply = answer(call)
        if (reply.error) throw new Error(reply.error.message)
        return reply
      }),
    )
  } catch {
    return calls.map(answer)
  }
}
