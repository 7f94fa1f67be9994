import type { SaveEffects } from '../port.js'
import type { Call } from './thread-messages.js'

/** So many patient calls wait for no more. */
const ENOUGH = 4
/** How long the first of them waits for others. Milliseconds. */
const PATIENCE = 50

/**
 * Hands calls over together that came together. A patient one waits a moment for others: pages that many articles share are then written
 * once. Whatever else comes takes those that wait along at once, in their order.
 */
export function gather(handOver: (calls: readonly Call[]) => void): (call: Call) => void {
  let calls: Call[] = []
  let patience: NodeJS.Timeout | undefined
  let soon = false
  const flush = (): void => {
    clearTimeout(patience)
    patience = undefined
    soon = false
    const now = calls
    calls = []
    handOver(now)
  }
  return (call) => {
    calls.push(call)
    if (soon) return
    if (isPatient(call) && calls.length < ENOUGH) patience ??= setTimeout(flush, PATIENCE)
    else {
      soon = true
      setImmediate(flush) // by then, all that came meanwhile is here
    }
  }
}

const isPatient = ({ method, args }: Call): boolean => method === 'saveAnalysis' && (args[1] as SaveEffects | undefined)?.patient === true
