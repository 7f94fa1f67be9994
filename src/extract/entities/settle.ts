import type { Name } from './name.js'

/** Makes names disjoint: the one that covers another stays; of others that share a token, and of equals, the one earlier in the list. */
export function settle(names: readonly Name[]): Name[] {
  const order = names.map((name, i) => ({ name, i })).sort((a, b) => a.name.first - b.name.first || b.name.end - a.name.end || a.i - b.i)
  const kept: { name: Name; i: number }[] = []
  for (const next of order) {
    const before = kept.at(-1)
    if (!before || before.name.end <= next.name.first) kept.push(next)
    else if (before.name.end < next.name.end && next.i < before.i) kept[kept.length - 1] = next
  }
  return kept.map(({ name }) => name)
}
