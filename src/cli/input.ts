/** What an article may come as. */
export const FORMATS = ['text', 'html', 'json', 'ndjson'] as const
export type Format = (typeof FORMATS)[number]

/** One article on its way in: where it comes from, its bytes, and how much of all input was read with it. */
export interface Input {
  /** `news.ndjson:12`. */
  readonly label: string
  readonly format: Format
  /** Undefined for a line that is longer than `LONGEST_LINE`. */
  readonly bytes: Uint8Array | undefined
  /** Bytes of input read so far. */
  readonly reached: number
}

/** Longer lines are refused, not held. Bytes. */
export const LONGEST_LINE = 64 * 1024 * 1024
