/** Where `quote` stands in `text`, nearest to `around`; undefined where it does not. Knuth, Morris, Pratt: linear for any pair. */
export function nearest(text: string, quote: string, around: number): number | undefined {
  const borders = bordersOf(quote)
  let best: number | undefined
  let matched = 0
  for (let at = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== quote.charCodeAt(matched)) matched = borders[matched - 1]!
    if (text.charCodeAt(at) === quote.charCodeAt(matched)) matched++
    if (matched < quote.length) continue
    const start = at + 1 - quote.length
    if (best === undefined || Math.abs(start - around) < Math.abs(best - around)) best = start
    matched = borders[matched - 1]!
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
