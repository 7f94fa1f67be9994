import { FINITE } from '../../document/grammar.js'
import { ATTRIBUTING_VERBS, canSpeak } from '../../lang/en/reporting.js'
import { stretch } from './extent.js'
import { spanOf, type Parsed, type TokenRange } from './phrase.js'
import type { Report } from './reports.js'
import { phraseAfter } from './subject.js'

/** So many tokens a phrase may have that says who reports at the end of a sentence. */
const LONGEST = 14

/**
 * The act of reporting that closes a sentence, whatever the tree makes of it: `…, sources briefed on the plan say.`, and `…, the Journal
 * reports.`, where the tagger takes the verb for a noun. Null where the last word is no such verb, or no comma and phrase stand before it.
 */
export function closingReport(doc: Parsed, i: number, sentence: TokenRange): Report | null {
  const { token, grammar } = doc.layers
  const isNoun = token.norm(i) === 'reports' && grammar.upos(i) === 'NOUN' && grammar.upos(i - 1) === 'PROPN'
  const isVerb =
    /^(VB|VBP|VBD|VBZ)$/.test(grammar.xpos(i)) &&
    /^(NOUN|PROPN)$/.test(grammar.upos(i - 1)) &&
    ATTRIBUTING_VERBS.get(grammar.lemma(i))?.that === true
  if (i + 2 < sentence.end || !(isNoun || isVerb)) return null
  let first = i
  while (first > sentence.first && i - first < LONGEST && token.norm(first - 1) !== ',') {
    if (first - 1 < i - 1 && FINITE.test(grammar.xpos(first - 1)) && grammar.xpos(first - 1) !== 'VBD') return null
    first--
  }
  if (token.norm(first - 1) !== ',' || first === i || !/^(DET|PROPN|NOUN|ADJ|NUM)$/.test(grammar.upos(first))) return null
  const head = phraseAfter(doc, first, i)
  const content = stretch(doc, sentence.first, first - 1)
  if (head === null || content.length === 0 || !(grammar.upos(head) === 'PROPN' || canSpeak(grammar.lemma(head)))) return null
  const cue = spanOf(doc, { first: i, end: i + 1 })
  return { cueToken: i, cue, speaker: { first, end: i }, speakerHead: head, content, stance: false, rule: 'content-verb' }
}
