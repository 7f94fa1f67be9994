import { FINITE, type Grammar } from '../../../../document/grammar.js'
import { firstEndingAfter } from '../../../../document/span.js'
import { isTransitive } from '../../../../lang/en/event-words.js'
import { ATTRIBUTING_VERBS } from '../../../../lang/en/reporting.js'
import { childBy } from '../../../events/arguments.js'
import type { Fault } from '../fault.js'
import type { Spoken } from '../spoken.js'

/** Words after which something is missing. */
const BREAKS_OFF = /^(?:en|being|been|be|than|when|as|if|so|more|less|not|to|how|where|both|either|neither|who|which|that|whom|[([])$/

/** What is wrong with how the words end. */
export const ENDING_FAULTS: readonly Fault<Spoken>[] = [
  {
    id: 'en.fault.breaks-off',
    means: 'it breaks off before what its last word announces',
    spoils: ({ grammar, token, tokens }) => {
      const last = tokens.at(-1)!
      return (
        /^(?:DET|CCONJ|SCONJ|AUX)$/.test(grammar.upos(last)) ||
        (grammar.upos(last) === 'ADP' && grammar.relation(last) !== 'compound:prt') ||
        grammar.xpos(last) === 'POS' ||
        (grammar.xpos(last) === 'VBN' && grammar.relation(last) === 'acl') ||
        BREAKS_OFF.test(token.norm(last)) ||
        (token.joined(last) && token.norm(last + 1) === '-')
      )
    },
    examples: [['Norway asked for more.', 'asked']],
    never: [['Norway asked for the ship.', 'asked']],
  },
  {
    id: 'en.fault.says-nothing',
    means: 'what it ends by saying or doing is left out',
    // `voters said`; `a statement saying only …`; `the order was, voters said, to …`
    spoils: ({ grammar, token, tokens, chain, top }) => {
      if (token.norm(top + 1) === ',' && ATTRIBUTING_VERBS.get(grammar.lemma(top))?.that === true) return true
      const last = tokens.at(-1)!
      const at = grammar.upos(last) === 'ADV' ? last - 1 : last
      const tag = grammar.xpos(at)
      if (chain.includes(at) ? tag === 'VBN' : tag !== 'VBG') return false
      const lemma = grammar.lemma(at)
      return ATTRIBUTING_VERBS.get(lemma)?.that === true || (!chain.includes(at) && isTransitive(lemma))
    },
    examples: [['The minister said.', 'said']],
    never: [['The minister said nothing.', 'said']],
  },
  {
    id: 'en.fault.cut-figure',
    means: 'it ends inside a figure',
    // `between 80% [and 85%]`
    spoils: ({ evidence, token, tokens }) => {
      const { figure } = evidence.doc.layers
      const end = token.end[tokens.at(-1)!]!
      const at = figure[firstEndingAfter(figure, end)]
      return at !== undefined && at.start < end
    },
  },
  {
    id: 'en.fault.goes-on',
    means: 'it ends inside a phrase that goes on',
    spoils: isCut,
    examples: [
      ['Ann Lee arrived as planned.', 'arrived'],
      ['Norway passed a law to ban guns just days before Ann Lee came to Oslo.', 'passed'],
      ['Shares of Statoil jumped after the refiner posted a profit on a rise in sales.', 'jumped'],
      ['The council released new research showing just how painful electricity price hikes could be.', 'released'],
    ],
    never: [
      ['Ann Lee saw the plan as a threat.', 'saw'],
      ['The man who left Oslo said nothing.', 'left'],
    ],
  },
]

/** Relations of a word that belongs to the words before it, if no comma parts them. */
const GOES_ON = /^(?:acl|amod|conj|xcomp|parataxis)$/

/** Whether what stands right behind the words goes on with their phrase, and opens no clause of its own. */
function isCut(spoken: Spoken): boolean {
  const next = spoken.tokens.at(-1)! + 1
  if (next >= spoken.token.count) return false
  const tag = spoken.grammar.upos(next)
  if (isSubject(spoken, next)) return true
  if (spoken.token.norm(next) === 'to' && spoken.grammar.relation(next) === 'mark') return isAim(spoken, next)
  if (/^(?:ADP|SCONJ)$/.test(tag)) return isCompared(spoken, next) || isDistance(spoken, next)
  if (/^(?:ADV|ADJ|VERB)$/.test(tag)) return isDescribed(spoken, next)
  return tag === 'CCONJ' && isJoined(spoken, next)
}

/** `jumped after the refiner [posted a profit]`: the last noun does what follows; not that of a relative clause, whose noun may. */
const isSubject = ({ grammar, tokens, top }: Spoken, next: number): boolean =>
  FINITE.test(grammar.xpos(next)) && !grammar.relation(top).startsWith('acl') && /^(?:NOUN|PROPN)$/.test(grammar.upos(tokens.at(-1)!))

/** `votes aiming [to end the law]`: an infinitive hangs on the last word. */
const isAim = ({ grammar }: Spoken, to: number): boolean => grammar.xpos(to - 1) === 'VBG' || grammar.head(grammar.head(to)) === to - 1

/** `arrived [as planned]`. */
function isCompared({ grammar, token }: Spoken, next: number): boolean {
  const clause = grammar.head(next)
  return /^(?:as|than)$/.test(token.norm(next)) && grammar.relation(clause) === 'advcl' && !hasSubject(grammar, clause)
}

/** `voted just days [before the court met]`. */
const isDistance = ({ token }: Spoken, next: number): boolean =>
  /^(?:before|after|since)$/.test(token.norm(next)) &&
  /^(?:long|soon|shortly|just|right|even|only|(?:minute|hour|day|week|month|year)s?)$/.test(token.norm(next - 1))

/** `are $70 billion [apart]`, `have $8 million [invested in …]`, `released his tax [returns]`. */
const isDescribed = ({ grammar, tokens }: Spoken, next: number): boolean =>
  tokens.includes(grammar.head(next)) && GOES_ON.test(grammar.relation(next)) && !hasSubject(grammar, next)

function isJoined({ grammar, tokens, chain }: Spoken, and: number): boolean {
  const last = tokens.at(-1)!
  const joined = grammar.head(and)
  // `would identify [and organise those members]`: the object stands with the second verb
  if (grammar.upos(joined) === 'VERB' && chain.includes(last) && isTransitive(grammar.lemma(last)))
    return childBy(grammar, last, 'obj') < 0 && childBy(grammar, joined, 'obj') > joined
  return (
    joined > and &&
    /^(?:NOUN|PROPN|NUM|ADJ)$/.test(grammar.upos(joined)) &&
    !grammar.children(joined).some((child) => /^(?:nsubj|cop)/.test(grammar.relation(child)))
  )
}

const hasSubject = (grammar: Grammar, i: number): boolean =>
  grammar.children(i).some((child) => grammar.relation(child).startsWith('nsubj'))
