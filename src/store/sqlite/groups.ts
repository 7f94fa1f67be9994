import type { Connection } from './connection.js'
import type { Call, Reply } from './thread-messages.js'

/** Calls that may share a transaction with others of them: what many articles have in common is then written to disk once. */
const SHARED: readonly Call['method'][] = ['saveAnalysis', 'saveReextraction', 'enqueue', 'takeJob', 'releaseJob', 'reportJob', 'failJob']

/** How many calls share a transaction at most: the first must wait for the last. */
const MOST = 16

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
  while (end < calls.length && end - start < MOST && SHARED.includes(calls[end]!.method)) end++
  return Math.max(end, start + 1)
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
