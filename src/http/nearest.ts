/** Where `quote` stands in `text`, the first place first. Knuth, Morris, Pratt: linear for any pair. */
export function* occurrences(text: string, quote: string): Generator<number> {
  const borders = bordersOf(quote)
  let matched = 0
  for (let at = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== quote.charCodeAt(matched)) matched = borders[matched - 1]!
    if (text.charCodeAt(at) === quote.charCodeAt(matched)) matched++
    if (matched < quote.length) continue
    yield at + 1 - quote.length
    matched = borders[matched - 1]!
  }
}

/** Where `quote` stands in `text`, nearest to `around`; undefined where it does not. */
export function nearest(text: string, quote: string, around: number): number | undefined {
  let best: number | undefined
  for (const start of occurrences(text, quote)) {
    if (best === undefined || Math.abs(start - around) < Math.abs(best - around)) best = start
  }
  return best
}

/** For each prefix, the length of its longest proper prefix that is also its suffix. */
function bordersOf(quote: string): Uint32Array {
  const borders = new Uint32Array(quote.length)
  let matched = 0
  for (let at = 1; at < quote.length; at++) {
    while (matched > 0 && quote.charCodeAt(at) !== quote.charCodeAt(matched)) matched = borders[matched - 1]!
    if (quote.charCodeAt(at) === quote.charCodeAt(matched)) matched++
    borders[at] = matched
  }
  return borders
}
