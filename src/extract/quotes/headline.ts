import { mentionOf } from '../../document/entities.js'
import { officeKind } from '../../lang/en/offices.js'
import { SOURCE_NOUNS } from '../../lang/en/reporting.js'
import { isQuote, stretch } from './extent.js'
import { spanOf, type TokenRange } from './phrase.js'
import type { Report } from './reports.js'
import type { Article } from './speaker.js'

/** The name in a headline has at most so many tokens. */
const LONGEST = 7

/** Fewer tokens are no statement. */
const SHORTEST = 3

/** `Lund: the port will open in May` at the start of a line; `Port to open in May: minister`, `… – report` at its end. */
export function headline(doc: Article, sentence: TokenRange): Report | null {
  return nameInFront(doc, sentence) ?? nameAtEnd(doc, sentence)
}

function nameInFront(doc: Article, { first, end }: TokenRange): Report | null {
  const { token } = doc.layers
  if (!/(?:^|\n)\s*$/.test(doc.text.slice(Math.max(0, token.start[first]! - 3), token.start[first]))) return null
  for (let i = first + 1; i < Math.min(end, first + LONGEST); i++) {
    if (token.norm(i) !== ':') continue
    return isQuote(token.norm(i + 1)) ? null : report(doc, i, { first, end: i }, { first: i + 1, end }, 'headline-front')
  }
  return null
}

function nameAtEnd(doc: Article, { first, end }: TokenRange): Report | null {
  const { token } = doc.layers
  if (!/^\s*(?:\n|$)/.test(doc.text.slice(token.end[end - 1], token.end[end - 1]! + 3))) return null
  for (let i = end - 2; i > Math.max(first, end - LONGEST); i--) {
    if (!/^[:–—-]$|^--$/.test(token.norm(i))) continue
    const apart = token.norm(i) === ':' || doc.text[token.start[i]! - 1] === ' '
    return apart ? report(doc, i, { first: i + 1, end }, { first, end: i }, 'headline-end') : null
  }
  return null
}

function report(doc: Article, cue: number, who: TokenRange, what: TokenRange, rule: string): Report | null {
  const head = speakerIn(doc, who)
  if (head === null || what.end - what.first < SHORTEST || !says(doc, what)) return null
  return {
    cueToken: cue,
    cue: spanOf(doc, { first: cue, end: cue + 1 }),
    speaker: who,
    speakerHead: head,
    content: stretch(doc, what.first, what.end),
    stance: false,
    rule,
  }
}

/** The head of a phrase of a few words that names one who can speak: the last of them, and no verb among them. */
function speakerIn({ layers: { token, grammar, entity } }: Article, { first, end }: TokenRange): number | null {
  for (let i = first; i < end; i++) if (/^(VERB|AUX|PUNCT)$/.test(grammar.upos(i))) return null
  const head = end - 1
  const type = entity.all[mentionOf(entity, token, head)?.entity ?? -1]?.type
  if (type === 'PERSON' || type === 'ORGANIZATION') return head
  if (token.norm(head) === 'note') return null // `Editor's note:` is the paper's own
  return officeKind(grammar.lemma(head)) !== undefined || SPEAKS.test(SOURCE_NOUNS.get(grammar.lemma(head)) ?? '') ? head : null
}

const SPEAKS = /^(document|voice)$/

function says({ layers: { grammar } }: Article, { first, end }: TokenRange): boolean {
  for (let i = first; i < end; i++) if (/^(VERB|AUX)$/.test(grammar.upos(i))) return true
  return false
}
