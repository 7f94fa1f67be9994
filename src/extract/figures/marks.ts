import type { Span } from '../../document/span.js'
import type { Tokens } from '../../document/tokens.js'
import type { Draft } from './draft.js'

const DATE = 1
const FIGURE = 2
const PERSON = 3

/** The rule whose figures may stand for who is so old. */
const OLD = 'en.figure.age.old'

/** Which tokens belong to a date or a figure: neither is what is counted. */
export class Marks {
  private readonly of: Uint8Array

  constructor(
    private readonly token: Tokens,
    dates: readonly Span[],
    figures: readonly Draft[],
  ) {
    this.of = new Uint8Array(token.count + 1)
    for (const { start, tail, rule } of figures) this.mark({ start, end: tail }, rule === OLD ? PERSON : FIGURE)
    for (const date of dates) this.mark(date, DATE)
  }

  private mark(span: Span, mark: number): void {
    const { first, end } = this.token.range(span)
    this.of.fill(mark, first, end)
  }

  isDate(i: number): boolean {
    return this.of[i] === DATE
  }

  isFigure(i: number): boolean {
    return this.of[i] === FIGURE
  }

  /** Whether token `i` ends an age that stands for somebody: `the 15-year-old`. */
  isPerson(i: number): boolean {
    return this.of[i] === PERSON && this.of[i + 1] !== PERSON
  }
}
