/**
 * The results of `work` over `source`, in its order, with at most `window` under way. Nothing is taken from the source while the
 * window is full or nobody asks for results; a result that is ready never waits for the next item to arrive. After `stop`
 * nothing more is taken, and what is under way is finished.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterator<Item>,
  window: number,
  work: (item: Item) => Promise<Result>,
  stop: AbortSignal = new AbortController().signal,
): AsyncGenerator<Result> {
  const running: { readonly result: Promise<Result>; settled: boolean }[] = []
  let arrived: IteratorResult<Item> | undefined
  let taking = false
  let failure: { readonly error: unknown } | undefined
  // One promise at a time is waited for: a race would leave a reaction behind at every turn, for as long as the stream lasts.
  let wake = (): void => undefined
  const awake = (): void => wake()

  const take = (): void => {
    taking = true
    source.next().then(
      (next) => {
        arrived = next
        wake()
      },
      (error: unknown) => {
        failure = { error }
        wake()
      },
    )
  }
  const begin = (item: Item): void => {
    const entry = { result: work(item), settled: false }
    const settle = (): void => {
      entry.settled = true
      wake()
    }
    entry.result.then(settle, settle)
    running.push(entry)
  }

  stop.addEventListener('abort', awake)
  try {
    for (let ended = false; ;) {
      ended ||= stop.aborted || failure !== undefined
      if (arrived) {
        if (arrived.done) ended = true
        else begin(arrived.value)
        arrived = undefined
        taking = false
      }
      if (!ended && !taking && running.length < window) take()
      if (running[0] && (running[0].settled || ended || running.length === window)) yield await running.shift()!.result
      else if (ended) break
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    if (failure) throw failure.error
  } finally {
    stop.removeEventListener('abort', awake)
    await Promise.allSettled(running.map(({ result }) => result))
    void source.return?.() // it may wait for bytes that never come
  }
}
