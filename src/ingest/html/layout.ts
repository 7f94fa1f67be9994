/** How an element breaks the text around it: a blank line, a line, nothing; or its content is not the article's text (captions are the picture's). */
export type Break = 'paragraph' | 'line' | 'none' | 'hidden'

const BREAKS: ReadonlyMap<string, Break> = new Map([
  ...words(
    'address article aside blockquote body center dialog dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html main menu nav ol p pre section summary table ul',
    'paragraph',
  ),
  ...words('br caption dd dt li tbody tfoot thead tr', 'line'),
  ...words(
    'applet audio button canvas datalist embed figcaption head iframe input link map math meta noembed noframes noscript object option script select style svg template textarea title video',
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

/** A paragraph, heading, list item or line of a page. */
export interface Block {
  readonly text: string
  /** How many of its characters stand in links. */
  readonly linked: number
  readonly heading: boolean
  /** What parts it from the block before it. */
  readonly gap: '\n' | '\n\n'
}

/**
 * Builds blocks of running text from pieces of a page: white space that only lays out is folded to one space, a break ends a
 * block.
 */
export class BlockBuilder {
  private readonly done: Block[] = []
  private parts: string[] = []
  private linked = 0
  private heading = false
  private pending = ''
  private gap: Block['gap'] = '\n'

  break(kind: Break): void {
    if (kind === 'none') return
    if (this.parts.length > 0) {
      this.done.push({ text: this.parts.join(''), linked: this.linked, heading: this.heading, gap: this.gap })
      this.parts = []
      this.linked = 0
      this.gap = '\n'
    }
    this.heading = false
    this.pending = ''
    if (kind === 'paragraph') this.gap = '\n\n'
  }

  /** The block that begins here is a heading. */
  startHeading(): void {
    this.heading = true
  }

  /** Blocks that are built already. */
  append(blocks: readonly Block[]): void {
    this.break('paragraph')
    for (const block of blocks) this.done.push(block)
    if (blocks.length > 0) this.gap = '\n\n'
  }

  add(raw: string, inLink: boolean): void {
    const text = raw.replace(INVISIBLE, '').replace(LAYOUT_SPACE, ' ')
    if (text === '') return
    const content = text.trim()
    if (this.parts.length > 0 && text.startsWith(' ')) this.pending ||= ' '
    if (content === '') return
    if (this.parts.length > 0) this.parts.push(this.pending)
    this.parts.push(content)
    if (inLink) this.linked += content.length
    this.pending = text.endsWith(' ') ? ' ' : ''
  }

  /** Preformatted text: its line breaks stay. */
  addLines(raw: string, inLink: boolean): void {
    for (const [index, line] of raw.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.break('line')
      this.add(line, inLink)
    }
  }

  /** The blocks that are done, which are forgotten. */
  take(): readonly Block[] {
    return this.done.splice(0)
  }

  /** All blocks so far, in page order. */
  blocks(): readonly Block[] {
    this.break('line')
    return this.done
  }
}

/** Blocks as one text: paragraphs a blank line apart, list items and rows on lines of their own. */
export const joined = (blocks: readonly Block[]): string => blocks.map(({ text, gap }, i) => (i === 0 ? text : gap + text)).join('')
