import { mentionOf } from '../../document/entities.js'
import { isStative, isTransitive } from '../../lang/en/event-words.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import type { Arguments } from './arguments.js'
import { isPurpose } from './clause.js'
import type { Article } from './setting.js'

/** Clauses that are told for their own sake. */
const TOLD = /^(?:root|ccomp|conj|parataxis|advcl|xcomp|acl:relcl|acl)$/

/** Words that make a clause a condition, a comparison or a wish, not news. */
const UNTOLD = /^(?:if|unless|whether|though|like|than|lest|should|must|ought|can|ca|need)$/

/** Words before a clause of which nobody says that it came true. */
const UNREALISED = /^(?:until|till|before|once|so|lest|in|rather)$/

/** Whether a verb heads a clause that tells something: no condition, no duty, no participle before a noun. */
export function isTold(doc: Article, verb: number): boolean {
  const { grammar, token } = doc.layers
  const relation = grammar.relation(verb)
  if (!TOLD.test(relation) || !isOpen(doc, verb) || isEither(doc, verb)) return false
  const children = grammar.children(verb)
  const bare = !children.some((child) => grammar.relation(child).startsWith('aux'))
  // `offered a pitch to undecided Americans`: an adjective after a preposition
  if (bare && grammar.xpos(verb) !== 'VB' && children.some((child) => grammar.relation(child) === 'mark' && token.norm(child) === 'to'))
    return false
  if (bare && grammar.xpos(verb) === 'VBG' && !/^(?:root|xcomp)$/.test(relation)) return false
  if (relation === 'acl')
    return (
      grammar.xpos(verb) === 'VBN' &&
      grammar.upos(grammar.subtree(verb).first - 1) !== 'PUNCT' &&
      grammar.subtree(verb).first > grammar.head(verb)
    )
  if (relation === 'advcl' && children.some((child) => grammar.relation(child) === 'mark' && UNREALISED.test(token.norm(child))))
    return false
  if (relation === 'advcl') return isPurpose(doc, verb) || children.some((child) => grammar.relation(child).startsWith('nsubj'))
  if (relation === 'conj' && grammar.upos(grammar.head(verb)) !== 'VERB')
    return children.some((child) => grammar.relation(child).startsWith('nsubj'))
  return children.every((child) => grammar.relation(child) !== 'cop')
}

/** Whether a clause is no condition, duty or question, and no relative clause about what its verb acts on. */
export function isOpen({ layers: { grammar, token } }: Article, verb: number): boolean {
  const relation = grammar.relation(verb)
  const children = grammar.children(verb)
  if (children.some((child) => /^(?:mark|aux|advmod)$/.test(grammar.relation(child)) && UNTOLD.test(token.norm(child)))) return false
  if (
    children.some((child) => /^W/.test(grammar.xpos(child)) && /^(?:obj|obl|advmod)$/.test(grammar.relation(child)) && relation !== 'advcl')
  )
    return false
  const subject = children.find((child) => grammar.relation(child).startsWith('nsubj'))
  return relation !== 'acl:relcl' || subject === undefined || /^W/.test(grammar.xpos(subject))
}

/** Whether a verb is joined to another by `or`: of neither is it said that it is so. */
function isEither({ layers: { grammar, token } }: Article, verb: number): boolean {
  const joined =
    grammar.relation(verb) === 'conj'
      ? [verb]
      : grammar.children(verb).filter((child) => grammar.relation(child) === 'conj' && grammar.upos(child) === 'VERB')
  return joined.some((one) => grammar.children(one).some((child) => grammar.relation(child) === 'cc' && token.norm(child) === 'or'))
}

/** Verbs that state nothing themselves: states, sayings, and those that only lead to another verb. */
export function isMute(doc: Article, verb: number, { agent, patient, passive }: Arguments): boolean {
  const { grammar, token } = doc.layers
  const lemma = grammar.lemma(verb)
  if (isStative(lemma) || /^(?:have|do)$/.test(lemma)) return true
  if (lemma === 'meet' && patient < 0 && !passive && isOne(doc, agent)) return true
  if (lemma === 'take' && patient >= 0 && token.norm(patient) === 'place') return true
  const children = grammar.children(verb)
  if (children.some((child) => grammar.relation(child) === 'xcomp' && grammar.upos(child) === 'VERB')) return true
  if (children.some((child) => /^(?:ccomp|expl)$/.test(grammar.relation(child)))) return true
  if (!passive && patient < 0 && isTransitive(lemma)) return true
  const reporting = REPORTING_VERBS.get(lemma)
  if (reporting?.that && patient >= 0 && !passive && isPerson(doc, patient)) return true
  return reporting !== undefined && (patient < 0 || !reporting.np || reporting.kind === 'thought')
}

/** Whether a subject is one, not several: nobody meets alone. */
const isOne = ({ layers: { grammar } }: Article, head: number): boolean =>
  head >= 0 && /^(?:NN|NNP|PRP)$/.test(grammar.xpos(head)) && !grammar.children(head).some((child) => grammar.relation(child) === 'conj')

/** Adverbs of what is usual. */
const USUAL =
  /^(?:usually|often|always|generally|typically|regularly|normally|sometimes|rarely|frequently|commonly|traditionally|mostly|constantly)$/

/** Whether a clause without a time says what is usual or holds at any time: `Pandas eat bamboo`, `is often sold`. A plan (`plans to visit`) does not. */
export function isGeneric(
  { layers: { grammar, token } }: Article,
  chain: readonly number[],
  verb: number,
  { passive }: Arguments,
  placed: boolean,
): boolean {
  const children = grammar.children(verb)
  if (children.some((child) => USUAL.test(token.norm(child)))) return true
  const top = chain[0]!
  const opened = chain.length > 1 ? grammar.children(top) : children
  const auxiliary = opened.find((child) => /^aux/.test(grammar.relation(child)))
  if (auxiliary !== undefined)
    return (
      passive &&
      chain.length === 1 &&
      opened
        .filter((child) => /^aux/.test(grammar.relation(child)))
        .every((child) => /^VB[ZP]$/.test(grammar.xpos(child)) && grammar.lemma(child) === 'be')
    )
  return /^VB[ZP]$/.test(grammar.xpos(top)) && (chain.length === 1 ? !placed : grammar.lemma(top) === 'tend')
}

/** Whether a phrase points to what stood before (`that regime`, `such talks`) or to the reader (`your house`), or names no thing (`more`). */
export function isVague({ layers: { grammar, token, entity } }: Article, head: number): boolean {
  if (head < 0) return false
  if (/^(?:ADJ|ADV)$/.test(grammar.upos(head)) && grammar.xpos(head) !== 'JJS' && mentionOf(entity, token, head) === null) return true
  return grammar
    .children(head)
    .some((child) => child < head && POINTS.test(token.norm(child)) && /^(?:det|nmod:poss|amod|det:predet)$/.test(grammar.relation(child)))
}

const POINTS = /^(?:this|that|these|those|such|my|your|our|same|latter|another|other)$/

/** Whether a word belongs to the name of a person. */
function isPerson({ layers: { entity, token } }: Article, i: number): boolean {
  const mention = mentionOf(entity, token, i)
  return mention !== null && entity.all[mention.entity]!.type === 'PERSON'
}
