import type { Span } from '../document/span.js'

/**
 * Of overlapping spans keeps the longest; of equals the earliest in the text, then the earliest in the list. Returns text order.
 * Longest first, a kept span is never inside a later one: it suffices to look at a span's first and last stretch.
 */
export function longest<S extends Span>(spans: readonly S[]): S[] {
  const order = spans.map((_, i) => i).sort((a, b) => length(spans[b]!) - length(spans[a]!) || spans[a]!.start - spans[b]!.start || a - b)
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const indexOf = new Map(borders.map((border, i) => [border, i]))
  const taken = new Uint8Array(borders.length) // taken[i]: the stretch from border i to border i + 1
  const kept: S[] = []
  for (const i of order) {
    const span = spans[i]!
    const first = indexOf.get(span.start)!
    const end = indexOf.get(span.end)!
    if (taken[first] || taken[end - 1]) continue
    taken.fill(1, first, end)
    kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** The spans that overlap none of `taken` (disjoint, in text order), in text order. */
export function outside<S extends Span>(spans: readonly S[], taken: readonly Span[]): S[] {
  let next = 0
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      while (next < taken.length && taken[next]!.end <= span.start) next++
      return next >= taken.length || taken[next]!.start >= span.end
    })
}

const length = ({ start, end }: Span): number => end - start
