import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import { firstEndingAfter } from '../../document/span.js'
import type { Quoted } from './marks.js'
import { nounPhrase, spanOf, type Parsed } from './phrase.js'
import type { Report } from './reports.js'
import { phraseAfter, reporterOf } from './subject.js'

/** So many tokens after a quotation, or before it, its cue may stand. */
const REACH = 14

/** The act of reporting right after or right before a quotation, whatever the tree or the sentences make of it. */
export function reportBeside(doc: Parsed, quotation: Quoted): Report | null {
  return cueAfter(doc, quotation) ?? cueBefore(doc, quotation)
}

/** `"…," said Ann Lee`, `"…?" Ms Lee asked.` */
function cueAfter(doc: Parsed, quotation: Quoted): Report | null {
  const { token } = doc.layers
  let first = token.at(quotation.outer.end)
  if (token.norm(first) === ',') first++
  if (doc.text.slice(quotation.outer.end, token.start[first] ?? doc.text.length).includes('\n')) return null
  const end = Math.min(token.count, first + REACH)
  for (let i = first; i < end; i++) {
    if (/^[.;:?!“"]$/.test(token.norm(i))) return null
    if (!isSpeech(doc, i)) continue
    const head = i === first ? phraseAfter(doc, i + 1, end) : reporterOf(doc, i, { first, end })
    return head === null || (head < i && head < first) ? null : report(doc, quotation, i, head)
  }
  return null
}

/** `Ms Lee said: "…"`, `Ms Lee told reporters, "…"`. */
function cueBefore(doc: Parsed, quotation: Quoted): Report | null {
  const { token, sentence } = doc.layers
  const open = token.at(quotation.outer.start)
  if (!/^[,:]$/.test(token.norm(open - 1))) return null
  for (let i = open - 2; i >= Math.max(0, open - REACH); i--) {
    if (/^[.;?!”"]$/.test(token.norm(i))) return null
    if (!isSpeech(doc, i)) continue
    const around = sentence[firstEndingAfter(sentence, token.start[i]!)]!
    const head = reporterOf(doc, i, { first: around.firstToken, end: around.endToken })
    return head === null ? null : report(doc, quotation, i, head)
  }
  return null
}

function isSpeech({ layers: { grammar } }: Parsed, i: number): boolean {
  const kind = grammar.upos(i) === 'VERB' ? REPORTING_VERBS.get(grammar.lemma(i))?.kind : undefined
  return kind === 'speech' || kind === 'writing'
}

const report = (doc: Parsed, { pieces }: Quoted, verb: number, head: number): Report => ({
  cueToken: verb,
  cue: spanOf(doc, { first: verb, end: verb + 1 }),
  speaker: nounPhrase(doc, head),
  speakerHead: head,
  content: pieces,
  rule: 'beside-quotation',
})
