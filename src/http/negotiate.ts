import { Problem } from './problems.js'

interface Range {
  readonly type: string
  readonly quality: number
}

const rangesOf = (accept: string): Range[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
  })

/** How much a caller likes a type: by the most specific range that covers it. */
function liking(ranges: readonly Range[], type: string): number {
  for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const found = ranges.find((candidate) => candidate.type === range)
    if (found) return found.quality
  }
  return 0
}

/** The offered type that the `Accept` header likes best, the first of equals. Raises `not_acceptable`. */
export function negotiate<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type {
  if (accept === undefined || accept.trim() === '') return offered[0]!
  const ranges = rangesOf(accept)
  let best: { type: Type; quality: number } | undefined
  for (const type of offered) {
    const quality = liking(ranges, type)
    if (quality > 0 && (!best || quality > best.quality)) best = { type, quality }
  }
  if (!best) throw new Problem('not_acceptable', `This route writes ${offered.join(', ')}.`)
  return best.type
}
