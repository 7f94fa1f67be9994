import type { AttributionLink } from '../../document/layers.js'
import { oneLine } from './words.js'

/** The steps of a chain in words, innermost first; who says it together is one step: `Anna Lund and Peter Park`. */
export function sources(links: readonly AttributionLink[]): string[] {
  const steps: AttributionLink[][] = []
  for (const link of links) {
    const last = steps.at(-1)
    if (last !== undefined && isTogether(last[0]!, link)) last.push(link)
    else steps.push([link])
  }
  return steps.map((step) => listed([...new Set(step.map(({ name }) => oneLine(name)))]))
}

/** Whether two speakers share one word of saying. */
const isTogether = (a: AttributionLink, b: AttributionLink): boolean =>
  a.role === b.role && a.role !== 'document' && a.cue.start === b.cue.start

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
