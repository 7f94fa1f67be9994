import { SOURCE_NOUNS, needsAddressee } from '../../lang/en/reporting.js'
import { isMonth, isTime } from '../../lang/en/calendar.js'
import { isRelativePronoun, opensClause } from '../../lang/en/pronouns.js'
import { frontEnd } from './resumption.js'
import { isHyphen, nounPhrase, OF_TIME, subjectOf, type Parsed, type TokenRange } from './phrase.js'

const NOMINAL = /^(NOUN|PROPN|PRON)$/
const BETWEEN = /^(AUX|ADV|PART)$/
const INSIDE = /^(NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/
const MARK = /^[,?!”"’'»—–)-]$|^''$|^--$/

/** A relative pronoun that can be a subject: not `whom`. */
const isNominative = (norm: string): boolean => norm !== 'whom' && isRelativePronoun(norm)

/** How far main clauses are looked for above a participle. */
const CLIMB = 4

/**
 * Who reports: the noun phrase that stands right beside the verb, or the subject in the tree where it reaches the verb. Beside a quotation the
 * tree is often wrong, the words are not (`The museum, Mr. Obama said, would …`; `"…," said Ann Lee, a lawyer`).
 */
export function reporterOf(doc: Parsed, verb: number, sentence: TokenRange, depth = 0): number | null {
  const { grammar } = doc.layers
  if (isParticiple(doc, verb)) return reporterOfParticiple(doc, verb, sentence, depth)
  const outer = outerSaying(doc, verb)
  if (outer >= sentence.first && depth < MOST_STEPS) return reporterOf(doc, outer, sentence, depth + 1)
  const subject = subjectOf(doc, verb)
  const inTree = subject !== null && (subject < sentence.first || isAside(doc, subject, verb)) ? null : subject
  if (grammar.xpos(verb) === 'VB' && isInfinitive(doc, verb)) {
    const above = grammar.relation(verb) === 'xcomp' ? -1 : finiteAbove(doc, verb, sentence)
    return above >= 0 && depth < MOST_STEPS ? reporterOf(doc, above, sentence, depth + 1) : inTree
  }
  const beside = besideVerb(doc, verb, sentence, inTree)
  if (beside === null) return inTree
  if (inTree === null) return beside
  const { first, last } = grammar.subtree(inTree)
  return first <= beside && beside <= last && reaches(doc, inTree, beside) && !cutsIn(doc, beside, verb, inTree) ? inTree : beside
}

/** `Lund, speaking in Oslo, said`, `Speaking in Oslo, Lund said`: what the tree takes for a subject where a comma sets it off. */
function isAside({ layers: { token, grammar } }: Parsed, subject: number, verb: number): boolean {
  if (grammar.xpos(subject) !== 'VBG' || !grammar.relation(subject).startsWith('csubj')) return false
  for (let i = grammar.subtree(subject).first - 1; i < verb; i++) if (i >= 0 && token.norm(i) === ',') return true
  return false
}

/**
 * The verb of saying that a past tense goes on from, where the tree joins it to what is said in another form: `told them that it would not
 * pass and said that …`; -1 for none.
 */
function outerSaying({ layers: { grammar } }: Parsed, verb: number): number {
  if (grammar.relation(verb) !== 'conj' || grammar.xpos(verb) !== 'VBD') return -1
  if (grammar.children(verb).some((child) => /^(?:nsubj|aux)/.test(grammar.relation(child)))) return -1
  const joined = grammar.head(verb)
  const outer = grammar.relation(joined) === 'ccomp' ? grammar.head(joined) : -1
  return outer >= 0 && outer < joined && grammar.xpos(joined) === 'VB' && grammar.xpos(outer) === 'VBD' ? outer : -1
}

const isInfinitive = ({ layers: { token, grammar } }: Parsed, verb: number): boolean =>
  token.norm(verb - 1) === 'to' || (grammar.upos(verb - 1) === 'ADV' && token.norm(verb - 2) === 'to')

/** The nearest verb above that has a tense, on this side of what else is said: `took to the stage to accuse`, `has a plan to offer`; -1 for none. */
function finiteAbove({ layers: { grammar } }: Parsed, verb: number, { first, end }: TokenRange): number {
  let at = verb
  for (let steps = 0; steps < CLIMB; steps++) {
    at = grammar.head(at)
    if (at < first || at >= end) return -1
    if (grammar.upos(at) === 'VERB' && !(grammar.xpos(at) === 'VB' && /^(xcomp|advcl|acl)$/.test(grammar.relation(at)))) return at
  }
  return -1
}

/** `…, adding that`, `Speaking there, he said`: a bare `-ing` form has the subject of the clause it belongs to. */
function isParticiple({ layers: { grammar } }: Parsed, verb: number): boolean {
  if (grammar.xpos(verb) !== 'VBG') return false
  return !(grammar.upos(verb - 1) === 'AUX' || (grammar.upos(verb - 2) === 'AUX' && BETWEEN.test(grammar.upos(verb - 1))))
}

function reporterOfParticiple(doc: Parsed, verb: number, sentence: TokenRange, depth: number): number | null {
  const { token, grammar } = doc.layers
  // `quoted Lund as saying`
  if (token.norm(verb - 1) === 'as' && NOMINAL.test(grammar.upos(verb - 2))) return phraseHead(doc, verb - 2, sentence.first)
  const apart = verb === sentence.first || MARK.test(token.norm(verb - 1)) || /^(ADV|SCONJ|CCONJ)$/.test(grammar.upos(verb - 1))
  if (!apart && NOMINAL.test(grammar.upos(verb - 1)))
    return senderOf(doc, phraseHead(doc, verb - 1, sentence.first), verb - 1, sentence, depth)
  const comma = frontEnd(doc, verb, sentence.end)
  if (comma >= 0) return phraseAfter(doc, comma + 1, sentence.end)
  let at = verb
  for (let steps = 0; steps < CLIMB; steps++) {
    at = grammar.head(at)
    if (at < sentence.first || at >= sentence.end) return null
    const relation = grammar.relation(at)
    if (/^(VERB|AUX)$/.test(grammar.upos(at)) && (grammar.head(at) < 0 || !(relation === 'xcomp' || (apart && isLoose(doc, at))))) break
    if (!apart && NOMINAL.test(grammar.upos(at))) return at
  }
  return depth < MOST_STEPS && at >= 0 && at !== verb && /^(VERB|AUX)$/.test(grammar.upos(at))
    ? reporterOf(doc, at, sentence, depth + 1)
    : subjectOf(doc, verb)
}

/** Who sends a document out: `his office put out a statement saying`; the document itself where nobody does. */
function senderOf(doc: Parsed, noun: number, last: number, sentence: TokenRange, depth: number): number {
  const { grammar } = doc.layers
  const isDocument = (i: number): boolean => SOURCE_NOUNS.get(grammar.lemma(i)) === 'document'
  if (!(isDocument(noun) || isDocument(last)) || depth >= MOST_STEPS) return noun
  const verb = nounPhrase(doc, noun).first - 1
  const isSent = verb > sentence.first && grammar.upos(verb) === 'VERB'
  return isSent ? (reporterOf(doc, verb, sentence, depth + 1) ?? noun) : noun
}

/** So many verbs are followed to find who reports. */
const MOST_STEPS = 3

/** An infinitive or participle that hangs on a noun or a verb: `any need to engage him, believing …` tells of neither. */
const isLoose = ({ layers: { grammar } }: Parsed, i: number): boolean =>
  /^(VB|VBG)$/.test(grammar.xpos(i)) && /^(acl|advcl)$/.test(grammar.relation(i)) && grammar.upos(i - 1) !== 'AUX'

/** Whether a subject that holds `beside` is its head rather than something it hangs on across a comma: `In a tweet, Ann Lee said`. */
function reaches({ layers: { token, grammar } }: Parsed, head: number, beside: number): boolean {
  if (head >= beside) return true
  for (let i = head + 1; i < beside; i++) {
    if (token.norm(i) === ',' && grammar.upos(head - 1) === 'ADP' && grammar.head(head - 1) === head) return false
  }
  return true
}

/** Whether the one beside the verb breaks into what is said: `The bridge, Ann Lee said, would open`, where the tree takes the name for an apposition. */
function cutsIn({ layers: { token, grammar } }: Parsed, beside: number, verb: number, inTree: number): boolean {
  if (inTree >= beside || grammar.relation(beside) !== 'appos' || token.norm(verb + 1) !== ',') return false
  const { first } = grammar.subtree(beside)
  return (token.norm(first) === ',' || token.norm(first - 1) === ',') && token.norm(verb - 1) !== ','
}

/** The head of the noun phrase that ends right before the verb, or that follows it where a quotation or comma stands before. */
function besideVerb(doc: Parsed, verb: number, { first, end }: TokenRange, inTree: number | null): number | null {
  const { token, grammar } = doc.layers
  if (verb > first && isPluralMisread(doc, verb)) return verb - 1
  let left = verb - 1
  while (left >= first && BETWEEN.test(grammar.upos(left))) left--
  const untimed = beforeTime(doc, left, first)
  if (untimed === null) return null
  left = beforeBrackets(doc, untimed, first)
  if (left >= first && NOMINAL.test(grammar.upos(left)))
    return isNominative(token.norm(left)) ? antecedent(doc, left, first) : nounBefore(doc, left, first, inTree)
  if (left >= first && !MARK.test(token.norm(left))) return null
  const behind = needsAddressee(grammar.lemma(verb)) ? null : phraseAfter(doc, verb + 1, end)
  const inverted = behind !== null && !isTime(token.norm(behind)) && isInverted(doc, behind, end)
  if (token.norm(left) === ',' && inTree !== null && inTree < left && (!inverted || closes(doc, inTree, left))) return inTree
  if (inverted) return behind
  return token.norm(left) === ',' ? beforeApposition(doc, left, first) : null
}

/** The phrase that ends at `left`; the subject before it where it is what a preposition adds: `supporters of his policy toward Iran say`. */
function nounBefore(doc: Parsed, left: number, first: number, inTree: number | null): number {
  const head = phraseHead(doc, left, first)
  const { grammar } = doc.layers
  const start = grammar.subtree(head).first
  return inTree !== null && inTree < start && /^(ADP|SCONJ)$/.test(grammar.upos(start - 1)) && NOMINAL.test(grammar.upos(inTree))
    ? inTree
    : head
}

/** `Ann Lee (D-Ohio) said`: the token before the brackets. */
function beforeBrackets({ layers: { token } }: Parsed, left: number, first: number): number {
  if (token.norm(left) !== ')') return left
  for (let i = left - 1; i > Math.max(first, left - 12); i--) if (token.norm(i) === '(') return i - 1
  return left
}

/** `critics say`, `sources said`: two finite verbs never stand side by side, so that the first is a plural noun. */
function isPluralMisread({ layers: { token, grammar } }: Parsed, verb: number): boolean {
  return grammar.xpos(verb - 1) === 'VBZ' && /^VB[DPN]?$/.test(grammar.xpos(verb)) && token.norm(verb - 1).length > 4
}

/** `Sanders on Tuesday said`, `Lee last week said`: the token before the words of time; null where they stand alone (`but on Tuesday said`). */
function beforeTime({ layers: { token, grammar } }: Parsed, left: number, first: number): number | null {
  if (left <= first || !isTime(token.norm(left))) return left
  let at = left - 1
  while (at >= first && left - at < 4 && OF_TIME.test(token.norm(at))) at--
  if (at >= first && NOMINAL.test(grammar.upos(at))) return at
  return at < left - 1 || /^(CCONJ|PUNCT)$/.test(grammar.upos(at)) ? null : left
}

/** `…, who said`: the noun before the comma. */
function antecedent(doc: Parsed, relative: number, first: number): number | null {
  const { token, grammar } = doc.layers
  const inTree = grammar.head(grammar.head(relative))
  if (grammar.relation(grammar.head(relative)).startsWith('acl') && inTree >= first && inTree < relative) return inTree
  const last = token.norm(relative - 1) === ',' ? relative - 2 : relative - 1
  return last >= first && NOMINAL.test(grammar.upos(last)) ? phraseHead(doc, last, first) : null
}

/** Whether what hangs on a subject ends right before the comma: `Ann Lee, who heads the bank, said`. */
const closes = ({ layers: { grammar } }: Parsed, subject: number, comma: number): boolean => {
  const { last } = grammar.subtree(subject)
  return last === comma || last === comma - 1
}

/** Whether the phrase after the verb is its subject (`said Ann Lee.`), not that of what is said (`said he would`). */
function isInverted(doc: Parsed, head: number, end: number): boolean {
  const { token, grammar } = doc.layers
  const next = nounPhrase(doc, head).end
  const norm = token.norm(Math.max(next, head + 1))
  if (next < end && /^(VERB|AUX|PART)$/.test(grammar.upos(next)) && !/^(VBN|VBG)$/.test(grammar.xpos(next))) return false
  return !opensClause(token.norm(head)) || next >= end || /^[.,;:"”]$/.test(norm)
}

/** `Rendell, a Clinton surrogate, said`: the phrase before the first of the two commas. */
function beforeApposition(doc: Parsed, comma: number, first: number): number | null {
  const { token, grammar } = doc.layers
  for (let i = comma - 1; i > first && i > comma - 20; i--) {
    if (/^[.;:?!"“”]$/.test(token.norm(i))) return null
    if (token.norm(i) === ',' && NOMINAL.test(grammar.upos(i - 1))) return phraseHead(doc, i - 1, first)
  }
  return null
}

/** The head of the phrase whose last word is `last`: climbs while the head stays left of it, on this side of the comma. */
function phraseHead(doc: Parsed, last: number, first: number): number {
  const { token, grammar } = doc.layers
  let start = last
  while (start > first && last - start < 24 && (INSIDE.test(grammar.upos(start - 1)) || joins(doc, start - 1))) start--
  let head = last
  for (let steps = 0; steps < 8; steps++) {
    const up = grammar.head(head)
    if (up < start || up > last || !NOMINAL.test(grammar.upos(up))) break
    if (!/^(flat|compound|nmod|appos|conj|nmod:poss|nmod:npmod)$/.test(grammar.relation(head))) break
    if (token.norm(up - 1) === 'in' && isMonth(token.norm(up))) break // `In March Moscow announced`
    if (grammar.upos(start) === 'ADP' && up === start + 1 && grammar.relation(head) !== 'flat' && grammar.relation(head) !== 'compound')
      break
    head = up
  }
  return token.norm(head) === '' ? last : head
}

/** `the head of the bank`, `Lee and Park`, `Kyung-wha`: words that hold one phrase together. */
const joins = (doc: Parsed, i: number): boolean =>
  (doc.layers.grammar.upos(i) === 'ADP' && !/^(after|before|since|until|as)$/.test(doc.layers.token.norm(i))) ||
  /^(and|&)$/.test(doc.layers.token.norm(i)) ||
  isHyphen(doc, i)

/** The head of the noun phrase that begins at `from`. */
export function phraseAfter(doc: Parsed, from: number, end: number): number | null {
  const { grammar } = doc.layers
  let head: number | null = null
  for (let i = from; i < Math.min(end, from + 12); i++) {
    const tag = grammar.upos(i)
    if (head !== null && grammar.xpos(i).startsWith('W')) break
    if (NOMINAL.test(tag)) head = i
    else if (head !== null && grammar.xpos(i) === 'POS') continue
    else if (head !== null || !/^(DET|ADJ|NUM|PART)$/.test(tag)) break
  }
  if (head === null) return null
  // `Andrei Lankov`, `foreign ministry spokesman`: the tree knows the head among them
  for (let i = head; i >= from; i--) if (grammar.head(i) < from || grammar.head(i) > head) return NOMINAL.test(grammar.upos(i)) ? i : head
  return head
}

/** The relative pronoun before a verb (`who later said`); null where none stands there. */
export function relativeBefore({ layers: { token, grammar } }: Parsed, verb: number): number | null {
  let left = verb - 1
  while (left > verb - 5 && BETWEEN.test(grammar.upos(left))) left--
  return /^W(P|DT)$/.test(grammar.xpos(left)) && isNominative(token.norm(left)) ? left : null
}
