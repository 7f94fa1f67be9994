import { isTransitive } from '../../../../lang/en/event-words.js'
import { ATTRIBUTING_VERBS } from '../../../../lang/en/reporting.js'
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
    // `voters said`; `a statement saying only …`
    spoils: ({ grammar, tokens, chain }) => {
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
    id: 'en.fault.goes-on',
    means: 'it ends inside a phrase that goes on',
    spoils: isCut,
    examples: [['The plan failed as expected.', 'failed']],
    never: [['Ann Lee saw the plan as a threat.', 'saw']],
  },
]

/** Whether what stands right behind the words goes on with their phrase, and opens no clause of its own. */
function isCut({ grammar, token, tokens }: Spoken): boolean {
  const next = tokens.at(-1)! + 1
  if (next >= token.count) return false
  const tag = grammar.upos(next)
  const head = grammar.head(next)
  if (/^(?:as|than)$/.test(token.norm(next)) && /^(?:ADP|SCONJ)$/.test(tag) && grammar.relation(head) === 'advcl')
    return !grammar.children(head).some((child) => grammar.relation(child).startsWith('nsubj'))
  return (
    tag === 'CCONJ' &&
    head > next &&
    /^(?:NOUN|PROPN|NUM|ADJ)$/.test(grammar.upos(head)) &&
    !grammar.children(head).some((child) => /^(?:nsubj|cop)/.test(grammar.relation(child)))
  )
}
