import type { Document } from '../../document/document.js'
import { mentionAt, mentionsIn } from '../../document/entities.js'
import type { Participant, Quote } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { Enclosing, statements } from '../../document/quotes.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import { isThirdPerson } from '../../lang/en/pronouns.js'
import { subjectOf } from '../../text/tree.js'

export type Parsed = Document<'token' | 'sentence' | 'grammar'>
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'quote'>

/** Whose words a clause is in: the article's, those of somebody who speaks of himself, or those of somebody who speaks of another. */
export type Voice = 'article' | 'own' | 'other'

/** One article and who speaks where in it. Built once for a text. */
export class Reading {
  private readonly enclosing: Enclosing

  constructor(readonly doc: Article) {
    this.enclosing = new Enclosing(statements(doc.layers.quote))
  }

  /** The innermost quotation around token `i` whose speaker is known. */
  quote(i: number): Quote | null {
    if (this.doc.layers.quote.length === 0) return null
    const { token } = this.doc.layers
    return this.enclosing.of({ start: token.start[i]!, end: token.end[i]! }).find((quote) => quote.speaker !== null) ?? null
  }

  /** A speaker with the words before the name: `his spokesman Dmitri Peskov`. */
  private phrase({ start, end }: Participant): Span {
    const { token, grammar } = this.doc.layers
    const { first } = grammar.subtree(token.at(start))
    return { start: Math.min(token.start[first]!, start), end }
  }

  /** The subject of the reporting verb whose complement the predicate `i` is. */
  private reporter(i: number): Participant | null {
    const { token, grammar, entity } = this.doc.layers
    const verb = grammar.head(i)
    if (verb < 0 || grammar.relation(i) !== 'ccomp' || !REPORTING_VERBS.has(grammar.lemma(verb))) return null
    const subject = subjectOf(grammar, verb)
    const at = subject < 0 ? verb : subject
    const span = { start: token.start[at]!, end: token.end[at]! }
    return { start: span.start, end: span.end, entity: mentionAt(entity, span)?.entity ?? null }
  }

  /** In whose words the predicate `i` stands. A speaker who belongs to the subject (`the ministry's spokesman`) speaks for it. */
  voice(i: number): Voice {
    const quote = this.quote(i)
    const { token, grammar, entity } = this.doc.layers
    const speaker = quote?.speaker ?? this.reporter(i)
    if (!speaker) return 'article'
    const subject = subjectOf(grammar, i)
    if (subject < 0 || /^(i|we|our|my)$/.test(token.norm(subject))) return 'own'
    const span = { start: token.start[subject]!, end: token.end[subject]! }
    const mention = mentionAt(entity, span)
    if (mention) {
      if (mention.entity === speaker.entity) return 'own'
      return mentionsIn(entity, this.phrase(speaker)).some((part) => part.entity === mention.entity) ? 'own' : 'other'
    }
    if (!quote?.direct && isThirdPerson(token.norm(subject))) return 'own'
    return this.doc.slice(span).toLowerCase() === this.doc.slice(speaker).toLowerCase().split(' ').at(-1) ? 'own' : 'other'
  }
}
