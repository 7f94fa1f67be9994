/** Vectors of unit length, side by side. */
export interface Vectors {
  readonly width: number
  readonly values: Float32Array
}

export const vectors = (count: number, width: number): Vectors => ({ width, values: new Float32Array(count * width) })

export const countOf = ({ width, values }: Vectors): number => values.length / width

/**
 * Spherical k-means (Dhillon and Modha 2001): the mean directions of `k` groups of vectors, so that the cosine of each vector with that of its
 * group is large. Starts from `k` vectors taken at random; a group that runs empty keeps its direction. Same generator, same groups.
 */
export function kMeans(points: Vectors, k: number, rounds: number, next: () => number): Vectors {
  const means = vectors(k, points.width)
  sample(countOf(points), k, next).forEach((point, group) => means.values.set(rowOf(points, point), group * points.width))
  for (let round = 0; round < rounds; round++) {
    const groups = nearest(points, means)
    const sums = new Float64Array(means.values.length)
    for (let point = 0, from = 0; point < groups.length; point++)
      for (let d = 0, to = groups[point]! * points.width; d < points.width; d++) sums[to++]! += points.values[from++]!
    for (let group = 0; group < k; group++) {
      const mean = sums.subarray(group * points.width, (group + 1) * points.width)
      if (mean.some((value) => value !== 0)) means.values.set(unit(mean), group * points.width)
    }
  }
  return means
}

/** For each vector the mean whose direction is nearest; of equals the first. */
export function nearest({ width, values }: Vectors, means: Vectors): Uint16Array {
  const groups = new Uint16Array(values.length / width)
  const cosine = new Float64Array(countOf(means))
  for (let point = 0; point < groups.length; point++) {
    const from = point * width
    for (let group = 0, at = 0; group < cosine.length; group++, at += width) {
      let even = 0
      let odd = 0
      for (let d = 0; d < width; d += 2) {
        even += values[from + d]! * means.values[at + d]!
        odd += values[from + d + 1]! * means.values[at + d + 1]!
      }
      cosine[group] = even + odd
    }
    let best = 0
    for (let group = 1; group < cosine.length; group++) if (cosine[group]! > cosine[best]!) best = group
    groups[point] = best
  }
  return groups
}

/** The vector of length 1 in the same direction; an all-zero one stays. */
export function unit(vector: ArrayLike<number>): Float32Array {
  let square = 0
  for (let d = 0; d < vector.length; d++) square += vector[d]! ** 2
  const length = Math.sqrt(square) || 1
  return Float32Array.from(vector, (value) => value / length)
}

const rowOf = ({ width, values }: Vectors, row: number): Float32Array => values.subarray(row * width, (row + 1) * width)

/** `k` different numbers below `count`, at random. */
function sample(count: number, k: number, next: () => number): number[] {
  const taken = new Set<number>()
  while (taken.size < k) taken.add(Math.floor(next() * count))
  return [...taken]
}
