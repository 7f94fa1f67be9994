import { dateOf } from '../../document/calendar.js'
import type { Said } from '../../lang/said.js'
import type { Period, Precision } from './interval.js'

/** A year further away than this is an aside, and no step of the story, unless its sentence begins with it. Years. */
const STEP_OF_STORY = 3

/** The times a text has named so far: what `that year` and `the following day` are counted from. */
export class Narrative {
  private readonly byPrecision = new Map<Precision, Period>()
  private latest: Period | null = null
  private told: Period | null = null

  /** Minutes since 1970 of the clock named last, on the day named last. */
  private clock: number | null = null

  /** The sentence in which a day was named last. */
  private daySentence = -1

  remember(period: Period, { hour, minute }: Said, sentence: number): void {
    this.byPrecision.set(period.precision, period)
    this.latest = period
    if (period.precision === 'day') this.daySentence = sentence
    if (hour !== undefined) this.clock = period.from * 1440 + hour * 60 + (minute ?? 0)
    else if (period.precision === 'day') this.clock = null
  }

  /** What the clock shows some minutes later, and reads from then on; null where the day named last has no clock. */
  later(minutes: number): number | null {
    if (this.clock !== null) this.clock += minutes
    return this.clock
  }

  /**
   * Notes the time of which the text tells: what the dates without a year of a history belong to. `opens` where the expression begins its
   * sentence. A year far from the story is an aside: `founded in 1703` in a story of 1864.
   */
  tell(period: Period, said: Said, opens: boolean): void {
    if (period.precision === 'decade' || period.precision === 'century') return
    const aside = period.precision === 'year' && !opens && this.told !== null && Math.abs(years(period) - years(this.told)) > STEP_OF_STORY
    if (!aside) this.told = shortened(period, said)
  }

  /** The time of which the text tells, null where it tells of none. */
  story(): Period | null {
    return this.told
  }

  /** The day named last, where that was in a sentence or one of a few before it. */
  dayNamed(sentence: number, reach: number): Period | null {
    return sentence - this.daySentence <= reach ? (this.byPrecision.get('day') ?? null) : null
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
}

const years = (period: Period): number => dateOf(period.from).year

/** `late 1943` tells of its last third, `early 1943` of its first. */
function shortened(period: Period, { mod }: Said): Period {
  const third = Math.floor((period.to - period.from) / 3)
  if (third === 0 || (mod !== 'START' && mod !== 'END')) return period
  return mod === 'START' ? { ...period, to: period.from + third } : { ...period, from: period.to - third }
}
