import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Work that leaves the heap larger by more than this is cleaned up after. Bytes. */
const MUCH = 64 * 1024 * 1024

let collector: (() => void) | undefined

/**
 * Does the work, then collects this thread's garbage where it is much. A long text leaves 100 to 200 MB in each thread that it passes through;
 * V8 would keep them until the thread has other work, and one text would hold the memory of three.
 */
export function tidily<Result>(work: () => Result): Result {
  const before = getHeapStatistics().total_heap_size
  const result = work()
  if (getHeapStatistics().total_heap_size - before > MUCH) collectGarbage()
  return result
}

/** V8 shows its collector to contexts that are made after the flag. */
function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
  }
  collector()
}
