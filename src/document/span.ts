/** Half-open `[start, end)`, in UTF-16 code units of `Document.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` covers every character of `inner`. */
export const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Text order: earlier start first, of equals the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The index of the first of `sorted` spans (disjoint, in text order) that ends after `offset`; `sorted.length` when none does. */
export function firstEndingAfter(sorted: readonly Span[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Items in text order of whose spans no character lies in more than `most`: what begins inside so many earlier ones is left out. */
export function shallow<Item>(items: readonly Item[], most: number, spanOf: (item: Item) => Span): Item[] {
  let open: number[] = []
  const sorted = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start)
  return sorted.filter((item) => {
    const { start, end } = spanOf(item)
    open = open.filter((other) => other > start)
    return open.length < most && open.push(end) > 0
  })
}
