/** How an element breaks the text around it: a blank line, a line, nothing; or its content is no text at all. */
export type Break = 'paragraph' | 'line' | 'none' | 'hidden'

const BREAKS: ReadonlyMap<string, Break> = new Map([
  ...words(
    'address article aside blockquote body center dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html main menu nav ol p pre section summary table ul',
    'paragraph',
  ),
  ...words('br caption dd dt li tbody tfoot thead tr', 'line'),
  ...words(
    'applet audio button canvas datalist embed head iframe input link map math meta noembed noframes noscript object option script select style svg template textarea title video',
    'hidden',
  ),
])

function words(names: string, value: Break): [string, Break][] {
  return names.split(' ').map((name) => [name, value])
}

/** How an element (lower-case name) breaks the text. */
export const breakOf = (name: string): Break => BREAKS.get(name) ?? 'none'

/** Characters that only lay out or join: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g
const LAYOUT_SPACE = /[\s\u00a0]+/g

/**
 * Builds running text from pieces of a page: white space that only lays out is folded to one space, a line break is one line
 * feed, paragraphs stand a blank line apart.
 */
export class TextBuilder {
  private readonly parts: string[] = []
  private pending = ''
  private started = false
  private characters = 0

  /** Characters of text so far. */
  get length(): number {
    return this.characters
  }

  break(kind: Break): void {
    if (kind === 'paragraph') this.pending = '\n\n'
    else if (kind === 'line' && !this.pending.startsWith('\n\n')) this.pending = '\n'
  }

  /** A cell of a table: its neighbours stand apart by a tab. */
  cell(): void {
    if (!this.pending.startsWith('\n')) this.pending = '\t'
  }

  add(raw: string): void {
    const text = raw.replace(INVISIBLE, '').replace(LAYOUT_SPACE, ' ')
    if (text === '' || text === ' ') {
      if (text === ' ' && this.pending === '') this.pending = ' '
      return
    }
    if (text.startsWith(' ') && this.pending === '') this.pending = ' '
    const content = text.trim()
    if (this.started) this.parts.push(this.pending)
    this.parts.push(content)
    this.characters += content.length
    this.started = true
    this.pending = text.endsWith(' ') ? ' ' : ''
  }

  /** Preformatted text: its line breaks stay. */
  addLines(raw: string): void {
    for (const [index, line] of raw.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.break('line')
      this.add(line)
    }
  }

  toString(): string {
    return this.parts.join('')
  }
}
