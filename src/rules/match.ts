import type { Document } from '../document/document.js'
import type { LayerName } from '../document/layers.js'
import { Shape, TokenKind, type Tokens } from '../document/tokens.js'
import type { Match, Rule } from './rule.js'

type Base = 'token' | 'sentence'

/** The rules that start with one word; after an article, those that can go on with the next word. */
interface Filed<Value extends object, Has extends LayerName> {
  readonly rules: readonly Rule<Value, Has>[]
  readonly byNext: ReadonlyMap<string, readonly Rule<Value, Has>[]> | null
}

/** Rules indexed by the tokens they can start with, in the order of their table. Built once for a table. */
export interface RuleTable<Value extends object, Has extends LayerName> {
  readonly byStart: ReadonlyMap<string, Filed<Value, Has>>
}

/** Files rules by their starts. Behind `articles` of the language a rule may say which words it goes on with. */
export function ruleTable<Value extends object, Has extends LayerName = Base>(
  rules: readonly Rule<Value, Has>[],
  articles: ReadonlySet<string> = NONE,
): RuleTable<Value, Has> {
  const byStart = new Map<string, Rule<Value, Has>[]>()
  for (const rule of rules) {
    if (!rule.pattern.sticky) throw new TypeError(`${rule.id}: the pattern must be sticky`)
    for (const start of new Set(rule.starts)) {
      const list = byStart.get(start)
      if (list) list.push(rule)
      else byStart.set(start, [rule])
    }
  }
  return {
    byStart: new Map(
      [...byStart].map(([start, list]) => [start, articles.has(start) ? afterArticle(list) : { rules: list, byNext: null }]),
    ),
  }
}

const NONE: ReadonlySet<string> = new Set()

function afterArticle<Value extends object, Has extends LayerName>(list: readonly Rule<Value, Has>[]): Filed<Value, Has> {
  const words = new Set(list.flatMap((rule) => rule.afterArticle ?? []))
  const goesOn = (word: string) => list.filter((rule) => rule.afterArticle?.includes(word) ?? true)
  return {
    rules: list.filter((rule) => rule.afterArticle === undefined),
    byNext: new Map([...words].map((word) => [word, goesOn(word)])),
  }
}

/** Counts attempts where a test asks for it: work must be linear in the text. */
export interface Work {
  attempts: number
}

/** A token may hold more words than one: `third-quarter`, `today's`, `Feb.`; a rule starts with the first, and may end before the rest. */
function firstWord(norm: string): string {
  for (let i = 0; i < norm.length; i++) {
    const code = norm.charCodeAt(i)
    if (code > 127) return FIRST_WORD.exec(norm)?.[0] ?? norm
    if (!lowerCase(code) && !digit(code)) return i === 0 ? norm : norm.slice(0, i)
  }
  return norm
}
const FIRST_WORD = /^[\p{L}\p{M}\d]+/u
const lowerCase = (code: number): boolean => code >= 97 && code <= 122
const MAY_END_BEFORE = /['’\-–—.]/

/** Every match of every rule, in text order; matches may overlap. */
export function match<Value extends object, Has extends LayerName>(
  table: RuleTable<Value, Has>,
  doc: Document<Has | Base>,
  work?: Work,
): Match<Value>[] {
  const { token, sentence } = doc.layers as Document<Base>['layers']
  const byWord = token.each((norm) => filedUnder(table, norm))
  const numbers = table.byStart.get('<number>')?.rules ?? []
  const capitalised = table.byStart.get('<capitalised>')?.rules ?? []
  const found: Match<Value>[] = []

  for (let s = 0; s < sentence.length; s++) {
    const { start, end, firstToken, endToken } = sentence[s]!
    let text: string | undefined
    const attempt = (rule: Rule<Value, Has>, i: number): void => {
      if (work) work.attempts++
      text ??= doc.text.slice(start, end)
      const { pattern } = rule
      pattern.lastIndex = token.start[i]! - start
      const m = pattern.exec(text)
      if (!m || m[0].length === 0) return
      const from = token.start[i]!
      const to = from + m[0].length
      const last = token.at(to - 1)
      if (token.end[last] !== to && !MAY_END_BEFORE.test(doc.text[to] ?? '')) return
      const site = { doc: doc as Document<Has>, start: from, end: to, text: m[0], sentence: s, firstToken: i, endToken: last + 1 }
      const value = rule.produce(m.groups ?? {}, site)
      if (value) found.push({ start: from, end: to, ...value, rule: rule.id })
    }
    for (let i = firstToken; i < endToken; i++) {
      const filed = byWord[token.word[i]!]
      if (filed) for (const rule of filed.byNext?.get(nextWord(doc.text, token, i + 1)) ?? filed.rules) attempt(rule, i)
      if (token.kind[i] === TokenKind.number || digit(doc.text.charCodeAt(token.start[i]!))) for (const rule of numbers) attempt(rule, i)
      else if (token.shape[i] !== Shape.lower && token.shape[i] !== Shape.none) for (const rule of capitalised) attempt(rule, i)
    }
  }
  return found
}

function filedUnder<Value extends object, Has extends LayerName>({ byStart }: RuleTable<Value, Has>, norm: string) {
  const filed = byStart.get(norm)
  if (filed !== undefined) return filed
  const first = firstWord(norm)
  return first === norm ? undefined : byStart.get(first)
}

/** How `afterArticle` names a token. */
function nextWord(text: string, token: Tokens, i: number): string {
  const code = i < token.count ? text.charCodeAt(token.start[i]!) : 0
  return digit(code) || code === 0x27 || code === 0x2019 ? '<number>' : firstWord(token.norm(i))
}

const digit = (code: number): boolean => code >= 48 && code <= 57
