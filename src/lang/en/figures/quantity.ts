import type { Figure } from '../../../document/layers.js'
import type { Rule } from '../../../rules/rule.js'
import { readNumber, type Amount } from '../numbers.js'

/** What a rule reads in the text itself, before its surroundings are asked: the number with its unit or currency. */
export interface Quantity {
  readonly kind: Figure['kind']
  /** Null for a vague amount (`dozens`), which has bounds alone. */
  readonly value: number | null
  readonly min: number
  readonly max: number
  /** The number before its scale, and the scale, which the first of two numbers may share: `3 to 5 million`. */
  readonly mantissa: number
  readonly scale: number
  readonly unit: Figure['unit']
  readonly currency: string | null
  readonly per: string | null
  /** A number alone: it may count a noun, or share the unit of the number it is joined to. */
  readonly bare: boolean
  /** Where the words themselves say so (`tripled`). */
  readonly change: Figure['change']
}

/** What figure rules may ask of the document. */
export type FigureNeeds = 'token' | 'sentence' | 'grammar' | 'entity'
export type FigureRule = Rule<Quantity, FigureNeeds>

type Rest = Pick<Quantity, 'kind'> & Partial<Pick<Quantity, 'unit' | 'currency' | 'per' | 'bare' | 'change'>>

/** A quantity of an amount already read. */
export const quantityOf = (amount: Amount, rest: Rest): Quantity => ({
  unit: null,
  currency: null,
  per: null,
  bare: false,
  change: null,
  ...amount,
  ...rest,
})

/** A quantity of the number written in `text`; null where it is no number. */
export function quantity(text: string | undefined, rest: Rest): Quantity | null {
  const amount = text === undefined ? null : readNumber(text)
  return amount && quantityOf(amount, rest)
}
