import { firstEndingAfter, within } from '../../document/span.js'
import type { DateMention, Mention } from '../../document/layers.js'
import type { Read } from './evidence.js'
import { dateInWords, oneLine } from './words.js'

const NONE: ReadonlyMap<number, string> = new Map()
const TITLES = /^(?:mr|mrs|ms|miss|sir|mr\.|mrs\.|ms\.)$/
const OPENS_TIME = /^[“"'‘]?(?:on|in|at|during)$/
const SHORT: Readonly<Record<string, string>> = { "'ll": 'will', "'re": 'are', "'ve": 'have', "'m": 'is' }
/** Verbs that end in `in` or `on` and need nothing after it. */
const PARTICLE =
  /^(?:chime|weigh|kick|check|log|cave|pitch|step|settle|tune|give|move|drop|carry|hold|go|sign|catch|press|wear|drag|rage) (?:in|on)$/
const TIGHT = /^(?:'s|’s|'|n't|n’t|%|,)$/

/** Words of the article made readable without it: names in full, pronouns as names, relative dates written out. */
export class Wording {
  private readonly nameForm: readonly boolean[]
  /** Mentions and dates by their first token. */
  private readonly mentions = new Map<number, Mention>()
  private readonly dates = new Map<number, DateMention>()

  constructor(private readonly doc: Read) {
    const { token, entity, date } = doc.layers
    for (const mention of entity.mentions) this.mentions.set(token.at(mention.start), mention)
    for (const one of date) this.dates.set(token.at(one.start), one)
    const named = doc.layers.entity.all.map(() => false)
    for (const { form, entity } of doc.layers.entity.mentions) if (form === 'name') named[entity] = true
    this.nameForm = named
  }

  /** The text of tokens (ascending) with names and dates resolved. `inserted` are words to say before a token; `speaker` is named already. */
  of(tokens: readonly number[], inserted: ReadonlyMap<number, string> = NONE, speaker: number | null = null): string {
    const { token } = this.doc.layers
    const kept = new Set(tokens)
    const named = new Set<number>()
    const words: string[] = []
    let previous = -2
    let skipTo = -1
    for (const i of tokens) {
      if (i < skipTo) {
        previous = i
        continue
      }
      if (previous === i - 2 && !inserted.has(i)) this.bridge(i - 1, words)
      const extra = inserted.get(i)
      if (extra !== undefined) words.push(extra)
      const date = this.dateFrom(i, kept)
      const mention = date ? null : this.mentionFrom(i, kept)
      if (date) {
        const inside = this.describes(date)
        const written = inside ? this.written(date).replace(/^(?:on|in) /, '') : this.written(date)
        if (inside && /^an$/i.test(words.at(-1) ?? '') && !/^(?:8|11|18)\b/.test(written)) words[words.length - 1] = words.at(-1)!.charAt(0)
        if (inside) skipTo = i
        else if (OPENS_TIME.test(words.at(-1)?.toLowerCase() ?? '') && !this.isParticle(i - 1)) words.pop()
        else if (/^(?:the)$/i.test(words.at(-1) ?? '')) words.pop()
        words.push(after(words.at(-1), written))
        skipTo = token.range(date).end
      } else if (mention) {
        words.push(mention.entity === speaker ? oneLine(this.doc.slice(mention)) : this.named(mention, named, words))
        skipTo = token.range(mention).end
      } else {
        const form = previous === i - 1 && words.length > 0 ? this.spelled(i) : token.form(i)
        const glued = (previous === i - 1 || /[-/]$/.test(words.at(-1) ?? '')) && i > 0 && token.joined(i - 1)
        if (((glued && form === token.form(i)) || TIGHT.test(form)) && words.length > 0) words[words.length - 1] += form
        else words.push(form)
      }
      previous = skipTo > i ? skipTo - 1 : i
    }
    const told = oneLine(words.join(' '))
    return /^[A-Z]/.test(token.form(tokens[0] ?? -1)) ? told.charAt(0).toUpperCase() + told.slice(1) : told
  }

  /** A short verb after a name that stands for a pronoun in full: `he’s held` is `Ann Lee is held`. */
  private spelled(i: number): string {
    const { grammar, token } = this.doc.layers
    const form = token.form(i)
    if (grammar.upos(i) !== 'AUX' || this.mentions.get(i - 1)?.form !== 'pronoun') return form
    const been = grammar.xpos(grammar.head(i)) === 'VBN' && !/aux:pass|cop/.test(grammar.relation(i))
    return SHORT[token.norm(i).replace('’', "'")] ?? (/^['’]s$/.test(form) ? (been ? 'has' : 'is') : form)
  }

  /** Whether a preposition belongs to the verb before it: `chimed in Tuesday`. */
  private isParticle(i: number): boolean {
    const { grammar, token } = this.doc.layers
    return /^(?:in|on)$/.test(token.norm(i)) && PARTICLE.test(`${grammar.lemma(i - 1)} ${token.norm(i)}`)
  }

  /** Says the one comma, colon, dash or hyphen that was left out between two kept words. */
  private bridge(i: number, words: string[]): void {
    const { token } = this.doc.layers
    const mark = token.norm(i)
    if (words.length === 0 || !/^(?:,|:|-|--|–|—|\/)$/.test(mark)) return
    if (token.joined(i - 1)) words[words.length - 1] += mark
    else words.push(mark)
  }

  /** Whether a token is a pronoun that stands for nobody known by name. */
  isLost(i: number): boolean {
    const { grammar, token } = this.doc.layers
    if (grammar.upos(i) !== 'PRON' || !/^(?:PRP|DT|WP|WDT)$/.test(grammar.xpos(i))) return false
    const mention = this.mentions.get(i)
    return mention === undefined || !this.nameForm[mention.entity] || (mention.form === 'nominal' && token.norm(i) === 'it')
  }

  /** Whether a token belongs to a date that is known: a day does nothing. */
  isDate(i: number): boolean {
    const { token, date } = this.doc.layers
    const at = date[firstEndingAfter(date, token.start[i]!)]
    return at !== undefined && at.start <= token.start[i]! && at.value !== null && /^(?:DATE|TIME)$/.test(at.type)
  }

  /** Tokens without those of dates that are not all among them: `[Earlier] this month`. */
  withWholeDates(tokens: readonly number[]): readonly number[] {
    const { token, date } = this.doc.layers
    const kept = new Set(tokens)
    return tokens.filter((i) => {
      const at = date[firstEndingAfter(date, token.start[i]!)]
      return at === undefined || at.start > token.start[i]! || at.start === token.start[i] || kept.has(token.at(at.start))
    })
  }

  /** A date in words; `the end of April` is not the whole of its last days. */
  private written(date: DateMention): string {
    const words = dateInWords(date)
    return date.mod === 'END' && /\bend\b/i.test(this.doc.slice(date)) ? words.replace(/^in late /, 'at the end of ') : words
  }

  /** Whether a date stands inside a noun's phrase before the noun: `the Sept. 12 debate`. */
  private describes(date: DateMention): boolean {
    const { grammar, token } = this.doc.layers
    const last = token.range(date).end - 1
    if (token.isPossessive(last + 1)) return true
    for (let i = token.at(date.start); i <= last; i++) {
      const head = grammar.head(i)
      if (
        head > last &&
        head < last + 5 &&
        grammar.upos(last + 1) !== 'ADP' &&
        /^(?:compound|nummod|amod|nmod|nmod:poss|nmod:unmarked|flat)$/.test(grammar.relation(i))
      )
        return true
    }
    return false
  }

  /** The resolved date that begins with a token, all of it kept, unless its own words need no anchor. */
  private dateFrom(i: number, kept: ReadonlySet<number>): DateMention | null {
    const { token } = this.doc.layers
    const at = this.dates.get(i)
    if (!at || at.value === null || at.from === null || !/^(?:DATE|TIME)$/.test(at.type)) return null
    if (/\d{4}|\d0s|^\d\d$|^the end of the day$/i.test(this.doc.slice(at)) || dateInWords(at) === '') return null
    // `over the last year` is a stretch of time, whatever year that was
    if (token.norm(token.norm(i - 1) === 'the' ? i - 2 : i - 1) === 'over') return null
    const range = token.range(at)
    for (let t = range.first; t < range.end; t++) if (!kept.has(t) && /\w/.test(token.norm(t))) return null
    return at
  }

  /** The mention that begins with a token, where its entity has a name to say instead. */
  private mentionFrom(i: number, kept: ReadonlySet<number>): Mention | null {
    const { token, entity } = this.doc.layers
    const mention = this.mentions.get(i)
    if (!mention || !this.nameForm[mention.entity] || token.norm(i).endsWith('self')) return null
    if (mention.form === 'nominal' && entity.all[mention.entity]!.type !== 'PERSON') return null
    if (mention.form === 'name' && !/^(?:PERSON|ORGANIZATION)$/.test(entity.all[mention.entity]!.type)) return null
    const range = token.range(mention)
    for (let t = range.first; t < range.end; t++) if (!kept.has(t) && /\w/.test(token.norm(t))) return null
    return mention
  }

  /** An entity by its name, in full the first time; a pronoun that follows its name stays. */
  private named(mention: Mention, told: Set<number>, words: string[]): string {
    const own = oneLine(this.doc.slice(mention))
    const before = told.has(mention.entity)
    told.add(mention.entity)
    if (before) return mention.form === 'pronoun' && words.length === 0 ? this.doc.layers.entity.all[mention.entity]!.name : own
    const { name } = this.doc.layers.entity.all[mention.entity]!
    if (mention.form === 'pronoun') return this.isPossessive(mention) ? `${name}${name.endsWith('s') ? '’' : '’s'}` : name
    if (mention.form === 'nominal') {
      if (!/^the$/i.test(words.at(-1) ?? '') || this.mentions.get(this.doc.layers.token.range(mention).end)?.entity === mention.entity)
        return own
      words.pop()
      return name
    }
    if (name.length <= own.length) return own
    if (TITLES.test(words.at(-1)?.toLowerCase() ?? '')) words.pop()
    return name
  }

  /** Whether a pronoun says whose: `her` in `her house`, not in `met her`. */
  private isPossessive({ start }: Mention): boolean {
    const { grammar, token } = this.doc.layers
    const at = token.at(start)
    return grammar.xpos(at) === 'PRP$' && (token.norm(at) !== 'her' || grammar.relation(at) === 'nmod:poss')
  }

  /** Whether every cue stands in what is told. */
  tells(tokens: ReadonlySet<number>, cues: readonly { start: number; end: number }[]): boolean {
    const { token } = this.doc.layers
    return cues.every((cue) => tokens.has(token.at(cue.start)) && within({ start: token.start[token.at(cue.start)]!, end: cue.start }, cue))
  }
}

/** A date after a preposition of its own loses that of its words: `by late 2019`. */
const after = (word: string | undefined, written: string): string =>
  /^(?:by|since|until|till|from|before|after|to|between|and|of|for|last|early|late|the|through|around|about|past|toward|towards|than|a|an|as|with)$/i.test(
    word ?? '',
  )
    ? written.replace(/^(?:on|in|at) /, '')
    : written
