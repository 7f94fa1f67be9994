import { BlockBuilder, breakOf, type Block } from './layout.js'
import { namesOf } from './noise/rule.js'
import { NOISE } from './noise/rules.js'
import { OpenElements } from './open-elements.js'
import { readHtml, VOID_ELEMENTS } from './tokens.js'

/** What the tags around a line say that it is. */
export type Mark = 'byline' | 'author' | 'date' | 'dek' | 'caption' | 'item' | 'aside' | 'article' | 'bio'

/** A line of a page, whatever it belongs to. */
export interface Line extends Block {
  /** 1 to 6 of a heading, 0 of other lines. */
  readonly level: number
  readonly marks: ReadonlySet<Mark>
}

/** A `<time datetime>` of a page. */
export interface Time {
  readonly stamp: string
  /** Number of the line it stands in. */
  readonly line: number
  /** Whether its tags call it the time of publication. */
  readonly marked: boolean
  readonly marks: ReadonlySet<Mark>
}

/** How large the tree of a page would be. */
export interface PageSize {
  readonly elements: number
  /** Runs of text; every entity and stray `<` begins one. */
  readonly texts: number
  readonly depth: number
  /** Most children of one element. */
  readonly widest: number
  /** Most attributes of one element, as far as they are counted. */
  readonly attributes: number
}

/** A page as a list of lines, without a tree. */
export interface Outline {
  readonly lines: readonly Line[]
  readonly times: readonly Time[]
  readonly size: PageSize
  /** Each `<article>` that is in no other: its lines (`to` is behind the last), and its text in characters outside links. */
  readonly articles: readonly { readonly from: number; readonly to: number; readonly characters: number }[]
  /** Characters outside links. */
  readonly characters: number
}

const MOST_TIMES = 60
/** Parts of a page around its article. */
const ASIDE: ReadonlySet<string> = new Set(['aside', 'nav', 'footer', 'menu', 'dialog'])
const BYLINE = /(?<=[ |])(?:by ?lines?|author names?|authors?|by)(?=[ |])/
const DATE = /(?<=[ |])(?:date|dateline|time|timestamp|published|publish|pub ?date|posted|updated)(?=[ |])/
const DEK =
  /(?<=[ |])(?:deks?|decks?|stand ?first|sub ?(?:title|head|heading|headline)|summary|key ?points?|takeaways?|highlights?|abstract|excerpt|lede?|lead|intro|introduction|strap ?line|in brief|at a glance)(?=[ |])/
const CAPTION = /(?<=[ |])(?:captions?|credits?)(?=[ |])/
/** Names of parts beside the article, alone: `content-sidebar-wrap` holds both. */
const SIDE = /\|(?:(?:page|site|main|primary|secondary|left|right) )?(?:side ?bar|footer|comments)\|/
const BIO = NOISE.find(({ id }) => id === 'bio.named')!.named!
const MARKED_TIME = /publi|\bentry-date\b/i

interface Kept {
  readonly marks: ReadonlySet<Mark>
  children: number
  /** Lines and characters before it, of an outermost `<article>`. */
  readonly articleFrom: { readonly line: number; readonly characters: number } | null
}

const NONE: ReadonlySet<Mark> = new Set()

/** Reads a page line by line in one linear pass. */
export function outline(html: string): Outline {
  const lines: Line[] = []
  const times: Time[] = []
  const articles: Outline['articles'][number][] = []
  const size = { elements: 0, texts: 0, depth: 0, widest: 0, attributes: 0 }
  const out = new BlockBuilder()
  let topmost = 0
  let level = 0
  let links = 0
  let hidden = 0
  let articlesOpen = 0
  let characters = 0
  let marks = NONE
  let lineMarks = NONE

  const flush = () => {
    for (const block of out.take()) lines.push({ ...block, level, marks: lineMarks })
    lineMarks = NONE
  }
  const breakAt = (name: string) => {
    const kind = breakOf(name)
    if (kind === 'none' && level === 0) out.add(' ', false) // `<span>Mia Holm</span><span>20 Nov 2019</span>`: style sheets part them
    if (kind === 'none' || kind === 'hidden') return
    out.break(kind)
    flush()
  }
  const open = new OpenElements<Kept>(({ name, kept }) => {
    if (breakOf(name) === 'hidden') hidden--
    if (name === 'a') links--
    breakAt(name)
    if (/^h[1-6]$/.test(name)) level = 0
    if (name === 'article') articlesOpen--
    if (kept.articleFrom)
      articles.push({ from: kept.articleFrom.line, to: lines.length, characters: characters - kept.articleFrom.characters })
    marks = open.top?.kept.marks ?? NONE
  })
  readHtml(html, {
    open(name, attributes) {
      open.endImplied(name)
      size.elements++
      if (attributes.size > size.attributes) size.attributes = attributes.size
      const parent = open.top?.kept
      size.widest = Math.max(size.widest, parent ? ++parent.children : ++topmost)
      breakAt(name)
      const own = marksOf(name, attributes)
      const outermost = name === 'article' && articlesOpen++ === 0
      const all = own.length === 0 || own.every((mark) => marks.has(mark)) ? marks : new Set([...marks, ...own])
      if (name === 'time') time(attributes, all)
      open.enter(name, { marks: all, children: 0, articleFrom: outermost ? { line: lines.length, characters } : null })
      if (VOID_ELEMENTS.has(name)) return
      marks = all
      if (open.depth > size.depth) size.depth = open.depth
      if (breakOf(name) === 'hidden') hidden++
      if (name === 'a') links++
      if (/^h[1-6]$/.test(name)) level = Number(name[1])
    },
    text(text) {
      size.texts++
      if (hidden > 0) return
      out.add(text, links > 0)
      if (text.trim() === '') return
      if (marks !== lineMarks) lineMarks = lineMarks.size === 0 ? marks : new Set([...lineMarks, ...marks])
      if (links <= 0) characters += text.length
    },
    close: (name) => open.leave(name),
  })
  open.end()
  out.break('line')
  flush()
  return { lines, times, size, articles, characters }

  function time(attributes: ReadonlyMap<string, string>, around: ReadonlySet<Mark>): void {
    const stamp = attributes.get('datetime')
    if (!stamp || times.length >= MOST_TIMES) return
    const named = (attributes.get('itemprop') ?? '') + ' ' + (attributes.get('class') ?? '').slice(0, 200)
    times.push({ stamp, line: lines.length, marked: attributes.has('pubdate') || MARKED_TIME.test(named), marks: around })
  }
}

function marksOf(name: string, attributes: ReadonlyMap<string, string>): Mark[] {
  const marks: Mark[] = []
  if (ASIDE.has(name)) marks.push('aside')
  if (name === 'article' || name === 'main') marks.push('article')
  if (name === 'time') marks.push('date')
  if (name === 'li') marks.push('item')
  if (attributes.size === 0) return marks
  const property = attributes.get('itemprop')?.toLowerCase() ?? ''
  if (property.includes('author') || /(?:^|\s)author(?:\s|$)/i.test(attributes.get('rel') ?? '')) marks.push('author')
  if (property.includes('datepublished')) marks.push('date')
  const names = namesOf((attribute) => attributes.get(attribute))
  if (names === '') return marks
  if (BYLINE.test(names)) marks.push('byline')
  if (DATE.test(names)) marks.push('date')
  if (DEK.test(names)) marks.push('dek')
  if (BIO.test(names)) marks.push('bio')
  if (CAPTION.test(names)) marks.push('caption')
  if (SIDE.test(names) && name !== 'body' && name !== 'html') marks.push('aside')
  return marks
}
