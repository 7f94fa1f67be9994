import type { Document } from '../../document/document.js'
import { controllerOf, isHyphen, type Parsed } from '../quotes/phrase.js'
import { withMark } from '../figures/mark.js'
import { childBy, sharedObject } from './arguments.js'

/** A text whose words hang in trees, and whose figures are known. */
type Measured = Document<'token' | 'sentence' | 'grammar' | 'figure'>

/** Relations that begin another statement wherever they hang. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'parataxis',
  'advcl',
  'advcl:relcl',
  'acl:relcl',
  'appos',
  'ccomp',
  'discourse',
  'vocative',
  'reparandum',
  'list',
  'orphan',
])

/** What opens a clause or links it to the text before it. */
const LINKS: ReadonlySet<string> = new Set(['mark', 'cc', 'cc:preconj'])

/** `is yet to disclose`, `are to meet`: the `to` between an auxiliary and its verb belongs to both. */
const isInfinitive = ({ layers: { grammar, token } }: Parsed, child: number, head: number): boolean =>
  token.norm(child) === 'to' && grammar.children(head).some((other) => other < child && /^(?:aux|cop)/.test(grammar.relation(other)))

/** Fronted adverbs tell how a sentence goes on from the one before (`However,`, `In fact`); they are left out. */
const isLink = (doc: Parsed, child: number, head: number): boolean => {
  const { grammar, token } = doc.layers
  const relation = grammar.relation(child)
  if (relation === 'advmod')
    // `Over 100 companies gave`: of the number, whatever the tree says
    return child < head && grammar.upos(child + 1) !== 'NUM' && (opens(doc, child, head) || /^W/.test(grammar.xpos(child)))
  return (
    relation === 'obl' &&
    child < head &&
    grammar.children(child).some((case_) => /^(?:according|as|despite|like|unlike)$/.test(token.norm(case_)))
  )
}

/** Whether an adverb stands before the subject: `Still, …`, `Once more …`. */
const opens = ({ layers: { grammar } }: Parsed, child: number, head: number): boolean =>
  grammar.children(head).some((other) => other > child && /^[nc]subj/.test(grammar.relation(other)))

/**
 * The words of a predicate's own statement, in text order: subject, verbs, objects and adverbials with what describes them, without other
 * clauses, appositions, relative clauses and punctuation. `through` are the verbs between it and what it completes (`sought to meet`).
 */
export function clauseTokens(doc: Measured, head: number, through: readonly number[] = []): number[] {
  const { grammar } = doc.layers
  const kept: number[] = []
  const last = through.at(-1) ?? head
  const shared = childBy(grammar, last, 'obj') < 0 ? sharedObject(grammar, last) : -1
  const open = shared < 0 ? [head] : [head, shared]
  while (open.length > 0) {
    const at = open.pop()!
    kept.push(at)
    const clausal = at === head || through.includes(at)
    for (const child of grammar.children(at)) {
      const relation = grammar.relation(child)
      if (relation === 'punct' || isAside(doc, at, child) || isSource(doc, child)) continue
      if (!through.includes(child)) {
        if (
          ELSEWHERE.has(relation) &&
          !(relation === 'appos' && isTitle(doc, at, child)) &&
          !isRestrictive(doc, at, child) &&
          !(clausal && isAim(doc, at, child)) &&
          controllerOf(grammar, child) < 0
        )
          continue
        if (clausal && (relation === 'conj' || relation === 'cc')) continue
        if (at === head && ((LINKS.has(relation) && !isInfinitive(doc, child, head)) || isLink(doc, child, head))) continue
        if (relation === 'conj' && (grammar.upos(child) === 'VERB' || (grammar.upos(at) === 'NUM' && grammar.upos(child) !== 'NUM')))
          continue
        if (relation === 'cc' && !joinsNouns(doc, at, child)) continue
      }
      open.push(child)
    }
  }
  kept.sort((a, b) => a - b)
  return withLinks(doc, kept)
}

/**
 * With the `and` or the hyphen between two kept words, the mark before a number (`-5`) and its first word (`three million`), wherever the tree hangs
 * them; without the mark that begins an item of a list.
 */
function withLinks(doc: Measured, kept: readonly number[]): number[] {
  const { grammar, token } = doc.layers
  const linked: number[] = []
  for (const i of kept) {
    if (token.isBullet(i)) continue
    const mark = withMark(doc, i)
    if (mark < i && linked.at(-1) !== mark) linked.push(mark)
    if (linked.at(-1) === i - 2 && (grammar.upos(i - 1) === 'CCONJ' || isHyphen(doc, i - 1))) linked.push(i - 1)
    else if (
      linked.at(-1) !== i - 1 &&
      grammar.upos(i) === 'NUM' &&
      grammar.upos(i - 1) === 'NUM' &&
      token.start[i] === token.end[i - 1]! + 1
    )
      linked.push(i - 1)
    linked.push(i)
  }
  return linked
}

/** Whether a clause after the verb completes it without a comma: `paid a firm to draw the plan`, `accused them of lying`. */
function isAim(doc: Parsed, verb: number, child: number): boolean {
  const { grammar } = doc.layers
  return child > verb && (isPurpose(doc, child) || isDoing(doc, child)) && grammar.upos(grammar.subtree(child).first - 1) !== 'PUNCT'
}

/** `of lying`, `from leaving`: what a preposition adds to a verb. */
const isDoing = ({ layers: { grammar, token } }: Parsed, verb: number): boolean =>
  grammar.relation(verb) === 'advcl' &&
  grammar.xpos(verb) === 'VBG' &&
  grammar.children(verb).some((child) => grammar.relation(child) === 'mark' && /^(?:of|from|for|into|against|by)$/.test(token.norm(child)))

/** Words of a relative clause that is told with its noun. */
const SHORT = 14

/** Whether a relative clause follows its noun without a comma and is short: it says which one is meant. */
function isRestrictive({ layers: { grammar } }: Parsed, head: number, child: number): boolean {
  if (grammar.relation(child) !== 'acl:relcl' || child < head || !/^(?:NOUN|PROPN)$/.test(grammar.upos(head))) return false
  const { first, last } = grammar.subtree(child)
  return first === head + 1 && last - first < SHORT
}

/** Whether a word stands in brackets: `Ben Sasse (R-Neb.)`. */
const isAside = ({ layers: { token } }: Parsed, head: number, child: number): boolean =>
  (OPENS.test(token.norm(child - 1)) && /^[)\]]$/.test(token.norm(child + 1))) ||
  (child > head && (OPENS.test(token.norm(child - 1)) || (child - 2 > head && OPENS.test(token.norm(child - 2)))))

const OPENS = /^[([]$/

/** `according to the ministry`: who says it is told elsewhere. */
const isSource = ({ layers: { grammar, token } }: Parsed, child: number): boolean =>
  grammar.children(child).some((case_) => token.norm(case_) === 'according')

/** Whether an apposition follows without a comma: the name after a title (`leader Kim Jong Un`). */
const isTitle = ({ layers: { grammar } }: Parsed, head: number, child: number): boolean =>
  child > head && grammar.upos(grammar.subtree(child).first - 1) !== 'PUNCT'

/** Whether a conjunction joins what is kept, and not a clause that is left out. */
const joinsNouns = (doc: Parsed, head: number, cc: number): boolean =>
  !doc.layers.grammar
    .children(cc < head ? doc.layers.grammar.head(head) : head)
    .some((child) => doc.layers.grammar.relation(child) === 'conj' && doc.layers.grammar.upos(child) === 'VERB')

/** The verbs from the one that opens a chain down to `verb` itself: `plans → try → visit`, `travel → meet`. */
export function chainOf(doc: Parsed, verb: number): number[] {
  const { grammar } = doc.layers
  const chain = [verb]
  for (let at = verb; chain.length < 4 && (grammar.relation(at) === 'xcomp' || isPurpose(doc, at));) {
    at = grammar.head(at)
    if (at < 0 || grammar.upos(at) === 'NOUN') break
    chain.unshift(at)
  }
  return chain
}

/** `to meet` in `travelled to Moscow to meet`. */
export const isPurpose = ({ layers: { grammar, token } }: Parsed, verb: number): boolean =>
  grammar.relation(verb) === 'advcl' &&
  grammar.children(verb).some((child) => grammar.relation(child) === 'mark' && token.norm(child) === 'to') &&
  !grammar.children(verb).some((child) => grammar.relation(child).startsWith('nsubj'))
