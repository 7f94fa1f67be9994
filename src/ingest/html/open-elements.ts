import { VOID_ELEMENTS } from './tokens.js'

/** Ended by the next of their kind, and by what cannot stand in them, without an end tag. */
const IMPLIED_END: ReadonlySet<string> = new Set('p li dt dd tr td th option optgroup tbody thead tfoot rp rt'.split(' '))
/** Elements that end an open paragraph (HTML standard, 13.1.2.4). */
const ENDS_PARAGRAPH: ReadonlySet<string> = new Set(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'.split(
    ' ',
  ),
)

/** An element that is open, with what its follower keeps on it. */
export interface Open<Kept> {
  readonly name: string
  readonly kept: Kept
}

/** The open elements of a page, each with a value of its own; a constant time for each tag, whatever is left open. */
export class OpenElements<Kept> {
  private readonly open: Open<Kept>[] = []
  private readonly counts = new Map<string, number>()

  /** `closed` is told of each element that ends, and whether by its own end tag. */
  constructor(private readonly closed: (element: Open<Kept>, byItsTag: boolean) => void = () => undefined) {}

  /** The innermost open element. */
  get top(): Open<Kept> | undefined {
    return this.open.at(-1)
  }

  get depth(): number {
    return this.open.length
  }

  /** Ends what the element `name` ends by beginning; to be called before `enter`. */
  endImplied(name: string): void {
    const top = this.top?.name
    if (top === undefined || !IMPLIED_END.has(top)) return
    if (top === name || (top === 'p' && ENDS_PARAGRAPH.has(name))) this.pop()
  }

  enter(name: string, kept: Kept): void {
    if (VOID_ELEMENTS.has(name)) return
    this.open.push({ name, kept })
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  /** Ends the innermost `name` and all that is open in it; nothing where none is open. */
  leave(name: string): void {
    if (!this.counts.get(name)) return
    while (this.top!.name !== name) this.pop()
    this.pop(true)
  }

  /** The page is over. */
  end(): void {
    while (this.open.length > 0) this.pop()
  }

  private pop(byItsTag = false): void {
    const element = this.open.pop()!
    this.counts.set(element.name, this.counts.get(element.name)! - 1)
    this.closed(element, byItsTag)
  }
}
