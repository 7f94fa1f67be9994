/** The first index below `count` whose value is greater than `limit`, in a sorted column; `count` when none is. */
export function firstOver(column: Uint32Array, count: number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (column[middle]! > limit) high = middle
    else low = middle + 1
  }
  return low
}
