import type { Period, Precision } from './interval.js'

/** The times a text has named so far: what `that year` and `the following day` are counted from. */
export class Narrative {
  private readonly byPrecision = new Map<Precision, Period>()
  private latest: Period | null = null

  remember(period: Period): void {
    this.byPrecision.set(period.precision, period)
    this.latest = period
  }

  /** The last time named whose grain is one of these. */
  nearest(...precisions: readonly Precision[]): Period | null {
    if (this.latest && precisions.includes(this.latest.precision)) return this.latest
    for (const precision of precisions) {
      const period = this.byPrecision.get(precision)
      if (period) return period
    }
    return null
  }

  /** The last time named, of any grain. */
  last(): Period | null {
    return this.latest
  }
}
