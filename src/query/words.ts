import { inflections } from '../lang/en/inflections.js'
import { type Phrase, phraseOf } from '../store/fold.js'
import type { AllOf, Wanted, WordQuery } from '../store/word-query.js'

/** What was asked for cannot be looked for; the message goes on from the name of the parameter. */
export class BadWords extends Error {}

type Token = { readonly type: 'open' | 'close' | 'and' | 'or' | 'not' } | { readonly type: 'wanted'; readonly query: Wanted }

const MOST_WORDS = 64
const MOST_DEPTH = 8

/** A minus, then a bracket, a quotation (closed or not), or everything up to a space, a bracket or a quotation. */
const TOKEN = /(-?)(?:([()])|["“„]([^"“”„]*)["”]?|([^\s"“”„()]+))/gu
const OPERATORS: ReadonlyMap<string, Token> = new Map([
  ['AND', { type: 'and' }],
  ['OR', { type: 'or' }],
  ['NOT', { type: 'not' }],
])

function tokensOf(text: string, forms: (word: string) => readonly string[]): Token[] {
  const tokens: Token[] = []
  for (const { 0: whole, 1: minus, 2: bracket, 3: quoted, 4: bare, index } of text.matchAll(TOKEN)) {
    const operator = minus === '' && bare !== undefined ? OPERATORS.get(bare) : undefined
    const span = { start: index + minus!.length, end: index + whole.length }
    const phrases = quoted !== undefined ? rowOf(quoted) : bare === undefined || operator ? [] : phrasesOf(bare, forms)
    if (minus && (bracket === '(' || phrases.length > 0)) tokens.push({ type: 'not' })
    if (bracket) tokens.push({ type: bracket === '(' ? 'open' : 'close' })
    else if (operator) tokens.push(operator)
    else if (phrases.length > 0) tokens.push({ type: 'wanted', query: { phrases, ...span } })
  }
  return tokens
}

/** A quotation is looked for as it is written. */
const rowOf = (text: string): Phrase[] => [phraseOf(text)].filter((phrase) => phrase !== undefined)

const PREFIX = /^[^*]*[\p{L}\p{N}]{2}\*$/u
const PLAIN = /^[a-z]+$/

/** A word is looked for in all its forms; with a star at its end, whatever begins so is meant. */
function phrasesOf(bare: string, forms: (word: string) => readonly string[]): Phrase[] {
  const [phrase] = rowOf(bare)
  if (bare.includes('*')) {
    if (!phrase || !PREFIX.test(bare)) throw new BadWords(`has ${bare}: * stands at the end of a word, behind at least two of its letters`)
    return [{ ...phrase, prefix: phrase.prefix || 1 }]
  }
  const [word, ...more] = phrase?.tokens ?? []
  if (!phrase || word === undefined || more.length > 0 || !PLAIN.test(word)) return rowOf(bare)
  return forms(word).map((form) => ({ tokens: [form], prefix: 0 }))
}

/** Reads tokens one by one: brackets bind before OR, OR before the rest. */
class Reader {
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  /** Everything up to the end or to the bracket that closes it. */
  conjunction(depth: number): WordQuery | undefined {
    if (depth > MOST_DEPTH) throw new BadWords(`has brackets ${MOST_DEPTH + 1} deep, and at most ${MOST_DEPTH} are read`)
    const all: WordQuery[] = []
    const none: WordQuery[] = []
    let dangling = false
    for (let token = this.tokens[this.at]; token && !(token.type === 'close' && depth > 0); token = this.tokens[this.at]) {
      if (token.type === 'and' && (dangling || all.length + none.length === 0)) throw sided('AND')
      if (token.type === 'and') dangling = true
      if (token.type === 'and' || token.type === 'close') this.at++
      else {
        const part = this.alternatives(depth)
        all.push(...(part?.all ?? []))
        none.push(...(part?.none ?? []))
        dangling &&= part === undefined
      }
    }
    if (dangling) throw sided('AND')
    if (all.length + none.length === 0) return undefined
    return all.length === 1 && none.length === 0 ? all[0] : { all, none }
  }

  /** One thing, or several with OR between them. */
  private alternatives(depth: number): AllOf | undefined {
    const first = this.one(depth)
    if (this.tokens[this.at]?.type !== 'or') return first
    const any = [wantedAlone(first)]
    while (this.tokens[this.at]?.type === 'or') {
      this.at++
      any.push(wantedAlone(this.one(depth)))
    }
    return { all: [{ any }], none: [] }
  }

  private one(depth: number): AllOf | undefined {
    const token = this.tokens[this.at]
    if (token?.type === 'or') throw sided('OR')
    if (token?.type === 'not') {
      this.at++
      const unwanted = this.one(depth)
      if (!unwanted) throw new BadWords('has NOT without a word behind it')
      return denied(unwanted)
    }
    if (token?.type === 'wanted') {
      this.at++
      return { all: [token.query], none: [] }
    }
    if (token?.type !== 'open') return undefined
    this.at++
    const inside = this.conjunction(depth + 1)
    if (this.tokens[this.at]?.type === 'close') this.at++
    if (!inside) return undefined
    return 'all' in inside ? inside : { all: [inside], none: [] }
  }
}

/** What `NOT` makes of it: of two unwanted words that at least one is there. */
function denied({ all, none }: AllOf): AllOf {
  if (all.length === 0) return { all: none.length === 1 ? none : [{ any: none }], none: [] }
  return { all: [], none: all.length === 1 && none.length === 0 ? all : [{ all, none }] }
}

const sided = (operator: string): BadWords => new BadWords(`has ${operator} without a word on each side`)

/** One side of OR: what is only unwanted would be nearly everything. */
function wantedAlone(part: AllOf | undefined): WordQuery {
  if (!part) throw sided('OR')
  if (part.all.length === 0) throw new BadWords('has OR beside nothing but an unwanted word: name one that must stand there')
  return part.all.length === 1 && part.none.length === 0 ? part.all[0]! : part
}

/**
 * Reads words (in all their forms), "phrases" (as written), `begin*`, OR, NOT or a minus, and brackets; words side by side must all be there.
 * Raises `BadWords`.
 */
export const readWords = (text: string): WordQuery => read(text, inflections)

/** The same for names, which are written as they are. */
export const readNames = (text: string): WordQuery => read(text, (word) => [word])

function read(text: string, forms: (word: string) => readonly string[]): WordQuery {
  const tokens = tokensOf(text, forms)
  if (tokens.filter(({ type }) => type === 'wanted').length > MOST_WORDS) throw new BadWords(`has more than ${MOST_WORDS} words`)
  const query = new Reader(tokens).conjunction(0)
  if (!query) throw new BadWords('has no word to look for')
  return query
}
