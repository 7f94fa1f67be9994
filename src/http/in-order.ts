/**
 * The results of `work` over `source`, in its order, with at most `window` under way. Nothing is taken from the source while the
 * window is full or nobody asks for results; a result that is ready never waits for the next item to arrive.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterator<Item>,
  window: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  let arriving: Promise<IteratorResult<Item>> | undefined
  let ended = false
  try {
    while (!ended || running.length > 0) {
      if (!ended && running.length < window) {
        arriving ??= source.next()
        const first = await Promise.race([arriving, ...(running[0] ? [running[0].then(() => undefined)] : [])])
        if (first) {
          arriving = undefined
          if (first.done) ended = true
          else running.push(work(first.value))
          continue
        }
      }
      yield await running.shift()!
    }
  } finally {
    await Promise.allSettled(running)
    await source.return?.()
  }
}
