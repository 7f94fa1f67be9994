import type { Grammar } from '../../document/grammar.js'
import { ATTRIBUTING_VERBS, NOUN_PREPOSITIONS, SOURCE_NOUNS, STANCE_ADJECTIVES } from '../../lang/en/reporting.js'
import { stretch } from './extent.js'
import { isTime } from '../../lang/en/calendar.js'
import { nounPhrase, spanOf, subjectOf, type Parsed, type TokenRange } from './phrase.js'
import type { Report } from './reports.js'
import { reporterOf } from './subject.js'

/** `the claim that …`, `her criticism of the law`, `voiced support for the ban`: a noun that holds what its owner says. */
export function byNoun(doc: Parsed, i: number, sentence: TokenRange): Report | null {
  const { grammar, token } = doc.layers
  const lemma = grammar.lemma(i)
  const next = token.norm(i + 1)
  const isClause = next === 'that' && SOURCE_NOUNS.has(lemma) && SOURCE_NOUNS.get(lemma) !== 'voice'
  if (!isClause && !NOUN_PREPOSITIONS.get(lemma)?.has(next)) return null
  if (!isClause) return noun(doc, i, ownerOf(doc, i, sentence), prepositional(doc, i + 1, sentence), 'noun-preposition')
  const clause = grammar.children(i).find((child) => child > i && isHeldClause(grammar, child))
  // `said in a statement that`: the verb reports it; `no sign that he was armed`: nobody says he was
  if (clause === undefined || isOfReport(doc, i) || grammar.children(i).some((child) => child < i && token.norm(child) === 'no'))
    return null
  return noun(doc, i, ownerOf(doc, i, sentence), stretch(doc, i + 2, grammar.subtree(clause).last + 1), 'noun-clause')
}

/** Whether a clause is what a noun holds, not a relative clause: `that` only opens it (`fears that taxes will rise`). */
const isHeldClause = (grammar: Grammar, i: number): boolean =>
  /^(acl|ccomp)$/.test(grammar.relation(i)) ||
  (grammar.relation(i) === 'acl:relcl' &&
    grammar.children(i).some((child) => grammar.relation(child) === 'mark' && grammar.lemma(child) === 'that'))

/** Whose claim or hope it is: its possessor, or the subject of what is done with it (`Lund expressed concern`, `voted in favour of`). */
function ownerOf(doc: Parsed, i: number, sentence: TokenRange): number | null {
  const { grammar } = doc.layers
  const owner = possessorOf(doc, i)
  if (owner !== null && grammar.upos(owner) !== 'PRON') return owner
  const own = grammar.children(i).find((child) => child < i && grammar.relation(child).startsWith('nsubj'))
  if (own !== undefined) return own
  return (isHeld(doc, i) ? reporterOf(doc, grammar.head(i), sentence) : null) ?? owner ?? namedBefore(doc, i, sentence)
}

/** Whose it is by a name right before it: `Republican calls for`, `the Fox proposal to`. */
function namedBefore({ layers: { token, grammar } }: Parsed, noun: number, sentence: TokenRange): number | null {
  const isName = (child: number): boolean =>
    child > sentence.first && child < noun && /^(compound|amod)$/.test(grammar.relation(child)) && isCapital(token.form(child))
  return grammar.children(noun).find(isName) ?? null
}

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form)

/** Whether a noun only says where a verb reports: `said in a statement that`. */
const isOfReport = ({ layers: { grammar } }: Parsed, noun: number): boolean =>
  grammar.relation(noun) === 'obl' && ATTRIBUTING_VERBS.get(grammar.lemma(grammar.head(noun)))?.that === true

const possessorOf = ({ layers: { grammar } }: Parsed, noun: number): number | null =>
  grammar.children(noun).find((child) => grammar.relation(child) === 'nmod:poss') ?? null

/** Whether a claim belongs to the subject of its verb: `voiced support for`, `voted in favour of`. */
function isHeld({ layers: { token, grammar } }: Parsed, noun: number): boolean {
  const verb = grammar.head(noun)
  if (verb < 0 || grammar.upos(verb) !== 'VERB') return false
  if (grammar.relation(noun) === 'obj') return !OTHERS.test(grammar.lemma(verb))
  return grammar.relation(noun) === 'obl' && /^(in|with)$/.test(token.norm(grammar.subtree(noun).first))
}

/** Verbs whose object is the claim of somebody else: `drew criticism`, `rejected a proposal`, `studied a plan`. */
const OTHERS =
  /^(answer|attract|back|block|cite|confirm|consider|criticise|criticize|debate|deny|describe|discuss|dismiss|draw|echo|examine|face|follow|fuel|get|hear|ignore|investigate|know|meet|mention|note|oppose|pass|prompt|provoke|quote|read|recall|receive|reject|report|review|see|spark|study|support|weigh|win)$/

/** Whether what an object of a verb holds belongs to the subject of the verb, so that the verb has nothing to say of its own. */
export const isOwn = (doc: Parsed, noun: number, sentence: TokenRange): boolean => {
  const owner = possessorOf(doc, noun)
  return (owner === null || doc.layers.grammar.upos(owner) === 'PRON') && isHeld(doc, noun) && byNoun(doc, noun, sentence) !== null
}

/** `She is confident that …`, `He was critical of the law`. */
export function byAdjective(doc: Parsed, i: number, sentence: TokenRange): Report | null {
  const { grammar, token } = doc.layers
  const frames = STANCE_ADJECTIVES.get(grammar.lemma(i))
  if (!frames?.has(token.norm(i + 1))) return null
  const subject = subjectOf(doc, i)
  if (subject === null || subject > i || token.norm(subject) === 'it') return null
  const content = token.norm(i + 1) === 'that' ? stretch(doc, i + 2, sentence.end) : prepositional(doc, i + 1, sentence)
  return noun(doc, i, subject, content, token.norm(i + 1) === 'that' ? 'adjective-clause' : 'adjective')
}

function noun(doc: Parsed, cue: number, speaker: number | null, content: Report['content'], rule: string): Report | null {
  if (content.length === 0) return null
  return {
    cueToken: cue,
    cue: spanOf(doc, { first: cue, end: cue + 1 }),
    speaker: speaker === null ? null : nounPhrase(doc, speaker),
    speakerHead: speaker,
    content,
    stance: !rule.endsWith('clause'),
    rule,
  }
}

/** What a preposition holds. */
function prepositional(doc: Parsed, preposition: number, sentence: TokenRange): Report['content'] {
  const { grammar, token } = doc.layers
  const head = grammar.head(preposition)
  if (isTime(token.norm(head))) return []
  const last = head > preposition ? grammar.subtree(head).last : preposition
  return stretch(doc, preposition + 1, Math.min(sentence.end, last + 1))
}
