import type { IgnoredReason } from '../../document/layers.js'

type AtLeastOne<T> = readonly [T, ...T[]]

/** A kind of line that is not the article, and the lines that prove it. */
export interface LineRule {
  /** `share.buttons`. */
  readonly id: string
  readonly reason: IgnoredReason
  /** First words, in lower case, at which the pattern is tried (see `Line.lead`). */
  readonly starts: AtLeastOne<string>
  /** Anchored at both ends, with bounded repetition; sees the line without leading bullets and brackets. */
  readonly pattern: RegExp
  /** `edge`: the first lines or the tail; `tail`: the last lines or the second half. */
  readonly where: 'anywhere' | 'edge' | 'tail'
  /** Lines that are ignored as a whole. */
  readonly examples: AtLeastOne<string>
  /** Lines of articles that start alike. */
  readonly never: AtLeastOne<string>
}
