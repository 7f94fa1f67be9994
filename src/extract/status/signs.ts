import type { Certainty } from '../../document/layers.js'
import { embedding } from '../../lang/en/embedding.js'
import type { Clause } from './clauses.js'
import { condition, isAskedBy } from './condition.js'
import { afterSuperlative, isOutcome, isRealised, toBe, wentOn } from './infinitive.js'
import { infinitive, negator, part, withoutIt } from './parts.js'
import type { Parsed, Reading } from './reading.js'
import type { Sign, SignRule } from './sign.js'
import { future, wasSaid } from './voice.js'

/** Auxiliaries of a future. */
const WILL = /^(will|'ll|wo|shall)$/

/** Words that tie a clause to the time of another: what they open is as far in the future as that. */
const WHEN = /^(when|once|after|before|until|till)$/

/** The auxiliary or modal of a clause with one of these lower-case forms; -1 where it has none. */
const auxiliary = (doc: Parsed, head: number, forms: RegExp): number => {
  const { token, grammar } = doc.layers
  return part(doc, head, (i) => i < head && grammar.relation(i).startsWith('aux') && forms.test(token.norm(i)))
}

const modal =
  (forms: RegExp, status: Certainty) =>
  ({ doc }: Reading, { head }: Clause): Sign | null => {
    const found = auxiliary(doc, head, forms)
    return found < 0 ? null : { status, cues: [found] }
  }

const NO = /^(no|none|nobody|nothing|neither|nowhere)$/
const NO_BEFORE = /^(no|none|neither|nor)$/
/** `no doubt`, `no fewer than`: nothing is negated. */
const NO_NEGATING =
  /^(doubt|fewer|less|more|longer|matter|wonder|sooner|later|secret|surprise|question|stranger|accident|coincidence|exception)$/

/** The token `no`, `none`… in a part of the clause that it negates as a whole; -1 where there is none. */
function noPart(doc: Parsed, head: number): number {
  const { token, grammar } = doc.layers
  for (const piece of grammar.children(head)) {
    const relation = grammar.relation(piece)
    const whole = /^(nsubj|nsubj:pass|obj|expl)$/.test(relation)
    if (!whole && !/^(obl|obl:npmod|obl:unmarked|advmod|cc)$/.test(relation)) continue
    const own = token.norm(piece)
    if (NO.test(own) && (whole || (/^(neither|nowhere)$/.test(own) && piece < head))) return token.norm(piece + 1) === 'but' ? -1 : piece
    if (!whole && !/^(circumstance|way|time|point|case|means)$/.test(grammar.lemma(piece))) continue
    const no = part(doc, piece, (i) => i < piece && NO_BEFORE.test(token.norm(i)) && !NO_NEGATING.test(token.norm(i + 1)))
    if (no >= 0) return no
  }
  return -1
}

/** The signs inside a clause, strongest first: the first that speaks of certainty decides it. */
export const SIGNS: readonly SignRule[] = [
  {
    id: 'en.status.if',
    needs: 'mark',
    find: ({ doc }, { head, relation }) => {
      const complement = relation === 'ccomp' || relation.startsWith('csubj') || relation === 'acl'
      if (!complement && relation !== 'root' && !relation.startsWith('advcl')) return null
      const mark = condition(doc, head)
      if (mark < 0) return null
      const asked = complement && (relation !== 'ccomp' || isAskedBy(doc, head))
      return { status: asked || doc.layers.token.norm(mark) === 'whether' ? 'questioned' : 'conditional', cues: [mark] }
    },
    examples: [
      ['If the talks fail, prices will rise.', 'fail', 'conditional', 'affirmed'],
      ['Police are investigating whether the driver fled.', 'fled', 'questioned', 'affirmed'],
    ],
    never: [['Prices rose because the talks failed.', 'failed']],
  },
  {
    id: 'en.status.adverb',
    needs: 'advmod',
    find: ({ doc }, { head }) => {
      const { grammar } = doc.layers
      const found = part(doc, head, (i) => grammar.relation(i) === 'advmod' && embedding('adverb', grammar.lemma(i))?.status !== undefined)
      return found < 0 ? null : { status: embedding('adverb', grammar.lemma(found))!.status!, cues: [found] }
    },
    examples: [
      ['The two leaders reportedly met in March.', 'met', 'reported', 'affirmed'],
      ['Perhaps the minister resigned too late.', 'resigned', 'possible', 'affirmed'],
    ],
    never: [['The two leaders quietly met in March.', 'met']],
  },
  {
    id: 'en.status.main-of-condition',
    needs: 'aux',
    find: ({ doc }, { head }) => {
      const { token, grammar } = doc.layers
      const found = auxiliary(doc, head, /^(will|would|'ll|'d|could|might|may|can|shall|wo)$/)
      if (found < 0) return null
      const clause = part(doc, head, (i) => /^(advcl|ccomp)$/.test(grammar.relation(i)) && condition(doc, i) >= 0)
      const mark = clause < 0 ? -1 : condition(doc, clause)
      if (
        mark < 0 ||
        token.norm(mark) === 'whether' ||
        (grammar.relation(clause) === 'ccomp' && isAskedBy(doc, clause)) ||
        token.norm(mark - 1) === 'even'
      )
        return null
      return { status: 'conditional', cues: [Math.min(mark, found), Math.max(mark, found)] }
    },
    examples: [['The union will strike if wages are cut.', 'strike', 'conditional', 'affirmed']],
    never: [['The union will strike even if wages rise.', 'strike']],
  },
  {
    id: 'en.status.may',
    needs: 'aux',
    find: modal(/^(may|might)$/, 'possible'),
    examples: [['The president may sign the bill.', 'sign', 'possible', 'affirmed']],
    never: [['The president signed the bill in May.', 'signed']],
  },
  {
    id: 'en.status.can',
    needs: 'aux',
    find: ({ doc }, { head }) => {
      const found = auxiliary(doc, head, /^(can|could|ca)$/)
      return found < 0 || negator(doc, head) >= 0 ? null : { status: 'possible', cues: [found] }
    },
    examples: [
      ['The talks could collapse.', 'collapse', 'possible', 'affirmed'],
      ['Rescuers could not reach the village.', 'reach', 'asserted', 'negated'],
    ],
    never: [['The talks collapsed.', 'collapsed']],
  },
  {
    id: 'en.status.would',
    needs: 'aux',
    find: (reading, { head }) => {
      const found = auxiliary(reading.doc, head, /^(would|'d)$/)
      if (found < 0 || isPolite(reading.doc, head)) return null
      return { status: wasSaid(reading, head) ? future(reading, head) : 'conditional', cues: [found] }
    },
    examples: [
      ['Such a deal would cost billions.', 'cost', 'conditional', 'affirmed'],
      ['The mayor said he would resign in June.', 'resign', 'planned', 'affirmed'],
    ],
    never: [
      ['Such a deal costs billions.', 'costs'],
      ['We would like to thank the crew.', 'like'],
    ],
  },
  {
    id: 'en.status.should',
    needs: 'aux',
    find: modal(/^(should|ought|must)$/, 'expected'),
    examples: [['The report should appear in June.', 'appear', 'expected', 'affirmed']],
    never: [['The report appeared in June.', 'appeared']],
  },
  {
    id: 'en.status.will',
    needs: 'aux',
    find: (reading, { head }) => {
      const found = auxiliary(reading.doc, head, WILL)
      return found < 0 ? null : { status: future(reading, head), cues: [found] }
    },
    examples: [
      ['The court will hear the case on Monday.', 'hear', 'planned', 'affirmed'],
      ['Analysts say the central bank will raise rates.', 'raise', 'expected', 'affirmed'],
    ],
    never: [['The court heard the case on Monday.', 'heard']],
  },
  {
    id: 'en.status.time-of-future',
    find: (reading, { head, relation }) => {
      const { grammar, token } = reading.doc.layers
      if (!relation.startsWith('advcl') || !/^VB[ZP]$/.test(grammar.xpos(head))) return null
      const governor = grammar.head(head)
      if (part(reading.doc, head, (i) => i < head && WHEN.test(token.norm(i))) < 0) return null
      const found = auxiliary(reading.doc, governor, WILL)
      return found < 0 ? null : { status: future(reading, governor), cues: [found] }
    },
    examples: [['The minister will resign before the court hears the case.', 'hears', 'planned', 'affirmed']],
    never: [['The minister resigned before the court hears the case.', 'hears']],
  },
  {
    id: 'en.status.infinitive',
    needs: 'mark',
    find: ({ doc }, { head, relation }) => {
      const to = infinitive(doc, head)
      if (to < 0 || doc.layers.token.norm(to - 1) === 'yet' || wentOn(doc, to) || isRealised(doc, to)) return null
      if (/^(xcomp|ccomp|csubj)/.test(relation)) return toBe(doc, head, to)
      if (relation === 'acl') return afterSuperlative(doc, head) ? null : { status: 'planned', cues: [to] }
      if (relation === 'advcl') return isOutcome(doc, head, to) ? null : { status: 'planned', cues: [to] }
      if (!/^(root|parataxis|conj|acl:relcl)$/.test(relation)) return null
      return doc.layers.token.norm(to - 1) === 'used' ? null : { status: 'planned', cues: [to] }
    },
    examples: [
      ['Carmaker to cut 9,000 jobs in Spain.', 'cut', 'planned', 'affirmed'],
      ['The ministers are to meet on Friday.', 'meet', 'planned', 'affirmed'],
      ['The firm won a contract to supply trains.', 'supply', 'planned', 'affirmed'],
      ['The bank cut rates to boost lending.', 'boost', 'planned', 'affirmed'],
    ],
    never: [
      ['She was the first woman to lead the party.', 'lead'],
      ['Shares rose to reach a record.', 'reach'],
      ['The store has begun to sell episodes.', 'sell'],
    ],
  },
  {
    id: 'en.polarity.yet-to',
    needs: 'mark',
    find: ({ doc }, { head }) => {
      const to = infinitive(doc, head)
      return to < 0 || doc.layers.token.norm(to - 1) !== 'yet' ? null : { polarity: 'negated', cues: [to - 1] }
    },
    examples: [['The senate has yet to approve the treaty.', 'approve', 'asserted', 'negated']],
    never: [['The senate has to approve the treaty.', 'approve']],
  },
  {
    id: 'en.polarity.not',
    words: 'negation',
    find: ({ doc }, { head }) => {
      const found = negator(doc, head)
      return found < 0 ? null : { polarity: 'negated', cues: [found] }
    },
    examples: [
      ['The ministry did not publish the figures.', 'publish', 'asserted', 'negated'],
      ['The general no longer commands the fleet.', 'commands', 'asserted', 'negated'],
    ],
    never: [
      ['The ministry published the figures.', 'published'],
      ['The ministry not only published the figures but explained them.', 'published'],
    ],
  },
  {
    id: 'en.polarity.no',
    words: 'no',
    find: ({ doc }, { head }) => {
      const no = noPart(doc, head)
      return no < 0 ? null : { polarity: 'negated', cues: [no] }
    },
    examples: [
      ['Nobody survived the crash.', 'survived', 'asserted', 'negated'],
      ['Neither the mayor nor his deputy signed the letter.', 'signed', 'asserted', 'negated'],
    ],
    never: [
      ['Everybody survived the crash.', 'survived'],
      ['There is no doubt that the crash killed many.', 'killed'],
    ],
  },
  {
    id: 'en.polarity.without',
    words: 'without',
    find: ({ doc }, { head, relation }) => {
      if (!relation.startsWith('advcl') && relation !== 'acl' && relation !== 'conj') return null
      const mark = withoutIt(doc, head)
      return mark < 0 ? null : { polarity: 'negated', cues: [mark] }
    },
    examples: [
      ['The leaders left without signing a statement.', 'signing', 'asserted', 'negated'],
      ['The premier stopped short of blaming the army.', 'blaming', 'asserted', 'negated'],
    ],
    never: [['The leaders left after signing a statement.', 'signing']],
  },
]

/** `would like to thank`: who says so does it. */
const isPolite = (doc: Parsed, head: number): boolean => {
  const { grammar } = doc.layers
  const isDone = (i: number): boolean => grammar.relation(i) === 'xcomp' && PERFORMED.test(grammar.lemma(i))
  return /^(like|love|want|wish)$/.test(grammar.lemma(head)) && part(doc, head, isDone) >= 0
}

const PERFORMED = /^(thank|congratulate|apologise|apologize|welcome|stress|emphasise|emphasize|add|express)$/
