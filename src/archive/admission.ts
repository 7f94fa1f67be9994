import { ArchiveError } from './archive.js'

/** More than a burst of clients; what waits holds its text in memory. */
const MOST = 512
/** UTF-16 units of all texts under way: a dozen of the longest bodies. */
const MOST_TEXT = 64 * 1024 * 1024

/** Counts what is under way, refuses what would be too much, and tells when nothing is left. */
export class Admission {
  #count = 0
  #text = 0
  #closed = false
  #whenIdle: (() => void)[] = []

  constructor(
    private readonly most = MOST,
    private readonly mostText = MOST_TEXT,
  ) {}

  get count(): number {
    return this.#count
  }

  /** Does the work, or raises `ArchiveError('overloaded')`: its sender may try again later. */
  async admit<Result>(length: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new ArchiveError('shutting_down', 'The service finishes what it accepted and takes nothing new.')
    if (this.#count >= this.most || (this.#count > 0 && this.#text + length > this.mostText)) {
      throw new ArchiveError('overloaded', `${this.#count} articles are under way; try again in a moment.`)
    }
    this.#count++
    this.#text += length
    try {
      return await work()
    } finally {
      this.#text -= length
      if (--this.#count === 0) for (const resolve of this.#whenIdle.splice(0)) resolve()
    }
  }

  /** Takes nothing more, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#count > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }
}
