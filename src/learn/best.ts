/** The label with the highest score in `scores[at, at + labels)`; of equals the first. */
export function best(scores: Int32Array | Float64Array, labels: number, at = 0): number {
  let winner = 0
  let high = scores[at]!
  for (let l = 1; l < labels; l++) {
    const value = scores[at + l]!
    if (value > high) {
      high = value
      winner = l
    }
  }
  return winner
}
