import { analyse } from '../../analyse.js'
import type { Status } from '../../document/layers.js'
import { firstEndingAfter } from '../../document/span.js'
import { table } from '../bench/table.js'
import { f1 } from './score.js'

/** One line of `meantime-dev.jsonl`: events with their factuality (NewsReader guidelines §3: certainty, polarity, time). */
interface Gold {
  readonly text: string
  readonly published: string
  readonly spans: readonly GoldEvent[]
}

interface GoldEvent {
  readonly layer: string
  readonly start: number
  readonly certainty?: string | null
  readonly polarity?: string | null
  readonly time?: string | null
}

const CLASSES = ['factual', 'not factual', 'negated'] as const
type Class = (typeof CLASSES)[number]

/** A class that both sides can tell: what is certain and not still to come, what is not, and what is said not to be. */
function classOf(event: GoldEvent): Class | null {
  if (!event.certainty || !event.polarity) return null
  if (event.polarity === 'NEG') return 'negated'
  return event.certainty === 'CERTAIN' && event.time !== 'FUTURE' ? 'factual' : 'not factual'
}

function classFound({ status, polarity }: Status): Class {
  if (polarity === 'negated') return 'negated'
  return status === 'asserted' || status === 'reported' ? 'factual' : 'not factual'
}

/** How far the status of the clause around each event agrees with the gold: gold down, found across, F1 last. */
export function evaluateStatus(lines: readonly string[]): string {
  const cells = CLASSES.map(() => CLASSES.map(() => 0))
  for (const line of lines) {
    const { text, published, spans } = JSON.parse(line) as Gold
    const { status } = analyse(text, { publishedAt: published }).layers
    for (const event of spans) {
      const gold = event.layer === 'event' ? classOf(event) : null
      const found = status[firstEndingAfter(status, event.start)]
      if (gold && found) cells[CLASSES.indexOf(gold)]![CLASSES.indexOf(classFound(found))]!++
    }
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)
  const rows = CLASSES.map((name, i) => {
    const counts = { gold: sum(cells[i]!), found: sum(cells.map((row) => row[i]!)) }
    return [name, ...cells[i]!, f1(cells[i]![i]!, counts).toFixed(1)]
  })
  return table('Status of events, meantime-dev.jsonl (gold down, found across)', ['', ...CLASSES, 'F1'], rows)
}
