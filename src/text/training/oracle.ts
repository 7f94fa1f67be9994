import { LEFT, SHIFT, type ParseState } from '../parse-state.js'

/**
 * How many gold arcs a move makes impossible (dynamic oracle of the arc-hybrid system, Goldberg and Nivre 2013). `head` are gold heads
 * at the places of the state.
 */
export function cost(state: ParseState, move: number, head: Int32Array): number {
  const { stack, top, next, end } = state
  const s0 = stack[top - 1]!
  let lost = 0
  if (move === SHIFT) {
    for (let k = 0; k < top; k++) {
      if (k < top - 1 && head[next] === stack[k]) lost++
      if (k > 0 && head[stack[k]!] === next) lost++
    }
    return lost
  }
  for (let d = next; d < end; d++) if (head[d] === s0) lost++
  const goal = head[s0]!
  if (move === LEFT) {
    if ((top > 1 && goal === stack[top - 2]) || (goal > next && goal < end)) lost++
  } else if (goal >= next && goal < end) lost++
  return lost
}
