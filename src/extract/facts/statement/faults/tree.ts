import { mentionOf } from '../../../../document/entities.js'
import { embedding } from '../../../../lang/en/embedding.js'
import { canSpeak, REPORTING_VERBS } from '../../../../lang/en/reporting.js'
import { childBy } from '../../../events/arguments.js'
import type { Clause } from '../clause.js'
import type { Fault } from '../fault.js'

/** Signs that the tree is wrong about the clause. */
export const TREE_FAULTS: readonly Fault<Clause>[] = [
  {
    id: 'en.fault.no-such-complement',
    means: 'the tree hangs it on a verb that takes no clause',
    // `officers who support the president will wear …`: two clauses
    spoils: ({ grammar, top }) => {
      const governor = grammar.head(top)
      if (grammar.relation(top) !== 'ccomp' || grammar.upos(governor) !== 'VERB' || governor > top || childBy(grammar, top, 'mark') >= 0)
        return false
      const lemma = grammar.lemma(governor)
      return REPORTING_VERBS.get(lemma)?.that !== true && embedding('verb', lemma) === undefined && !TAKES_CLAUSE.test(lemma)
    },
  },
  {
    id: 'en.fault.plural-verb',
    means: 'its verb is in the plural, its subject one',
    spoils: (clause) => isPlural(clause) && !mayBeSeveral(clause),
  },
  {
    id: 'en.fault.nearer-subject',
    means: 'somebody else stands between its subject and its verb',
    spoils: isOvertaken,
  },
]

/** Verbs that take a clause and neither report it nor say how certain it is. */
const TAKES_CLAUSE = /^(?:mean|make|let|see|watch|hear|help|have|be|wish|hope|ensure|prove|tell|find|feel|guarantee)$/

/** Singular nouns of several: `a majority of them want`. */
const AMOUNTS =
  /^(?:percent|%|majority|half|third|quarter|lot|number|couple|pair|rest|variety|group|range|handful|series|dozen|score|host|bulk|most)$/

/** Whether a subject may have a verb in the plural: it is several, or a body of several. */
function mayBeSeveral({ evidence, grammar, token, subject }: Clause): boolean {
  const norm = token.norm(subject)
  if (/^(?:NNPS|NNS|PRP|DT|CD)$/.test(grammar.xpos(subject)) && !/^(?:he|she|it)$/.test(norm)) return true
  if (norm === 'they' || AMOUNTS.test(grammar.lemma(subject))) return true
  if (grammar.children(subject).some((child) => /^(?:nummod|conj)$/.test(grammar.relation(child)))) return true
  const { entity } = evidence.doc.layers
  const mention = mentionOf(entity, token, subject)
  if (mention !== null) return entity.all[mention.entity]!.type !== 'PERSON'
  return grammar.upos(subject) !== 'NOUN' || canSpeak(grammar.lemma(subject))
}

/** Whether the verb, or its auxiliary, has a form of the plural alone. */
function isPlural({ grammar, token, top }: Clause): boolean {
  const auxiliary = grammar.children(top).find((child) => /^aux/.test(grammar.relation(child)))
  return auxiliary === undefined ? grammar.xpos(top) === 'VBP' : /^(?:have|are|were|do)$/.test(token.norm(auxiliary))
}

/** Whether another person stands before the verb, behind a comma that none closes: `after a meeting of Ann Lee, mayor Peter Lund left`. */
function isOvertaken({ evidence, grammar, token, top, subject }: Clause): boolean {
  if (subject >= top || !evidence.isPerson(subject)) return false
  const { entity } = evidence.doc.layers
  const own = mentionOf(entity, token, subject)!
  let commas = 0
  for (let i = subject + 1; i < top; i++) {
    if (token.norm(i) === ',') commas++
    if (commas !== 1 || grammar.upos(i) !== 'PROPN' || !evidence.isPerson(i)) continue
    const other = mentionOf(entity, token, i)!
    const next = token.at(other.end - 1) + 1
    if (other.entity !== own.entity && (next === top || /^(?:AUX|ADV)$/.test(grammar.upos(next)))) return true
  }
  return false
}
