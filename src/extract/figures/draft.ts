import type { Document } from '../../document/document.js'
import type { Figure } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import type { FigureNeeds, Quantity } from '../../lang/en/figures/quantity.js'

/** A figure in the making: the quantity a rule read, and what its surroundings add. The span grows with its modifier. */
export interface Draft extends Quantity, Span {
  readonly rule: string
  /** Index of the sentence. */
  readonly sentence: number
  /** Where the number with its unit starts, behind the modifier. */
  readonly coreStart: number
  /** Where the rate ends (`a year`), or the span: what is counted is looked for after it. */
  readonly tail: number
  /** `dozens`: bounds that no number in the text says. */
  readonly vague: boolean
  readonly modifier: Figure['modifier']
  readonly of: Span | null
}

/** A document as the steps of this stage see it. */
export type Reading = Document<FigureNeeds>

/** Value and bounds times `factor`. */
export function scaleBy<Q extends Quantity>(draft: Q, factor: number): Q {
  const times = (n: number): number => Number((n * factor).toPrecision(15))
  return {
    ...draft,
    value: draft.value === null ? null : times(draft.value),
    min: times(draft.min),
    max: times(draft.max),
    scale: draft.scale * factor,
  }
}
