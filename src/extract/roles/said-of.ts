import type { Mention } from '../../document/layers.js'
import { firstEndingAfter } from '../../document/span.js'
import { lemmaOf } from '../../lang/en/lemmas.js'
import { roleVerb } from '../../lang/en/offices.js'
import { nameAt, type Article, type Bounds } from './article.js'
import { phraseAt } from './of-what.js'
import type { Office } from './office.js'
import { officesFrom } from './offices.js'

const ADVERB = /^(also|now|currently|later|then|once|formerly|previously|still|already|reportedly|recently|again|first)$/

/** `Macron became president of …`, `Gabuev, who heads …`, `Lopez was elected chairman`, `Smith stepped down as chief executive`. */
export function saidOf(doc: Article, holder: Mention, bounds: Bounds): readonly Office[] {
  const { token } = doc.layers
  let at = token.at(holder.end - 1) + 1
  const comma = token.norm(at) === ','
  if (comma) at++
  const relative = token.norm(at) === 'who'
  if (relative) at++
  if (comma && !relative) return []
  const verb = verbFrom(doc, at, bounds)
  if (!verb || !isCertain(doc, verb.at)) return []
  const { lemma } = verb
  if (lemma === 'be' || lemma === 'become' || lemma === 'remain') return copula(doc, verb, bounds)
  const says = roleVerb(lemma)
  switch (says?.kind) {
    case 'holds':
      return verb.passive ? [] : holds(doc, verb, says.office, bounds, relative)
    case 'appoints':
      return verb.passive ? officesFrom(doc, afterAs(doc, verb.at, bounds), bounds) : []
    case 'serves':
    case 'leaves': {
      const as = afterAs(doc, verb.at, bounds)
      if (token.norm(as - 1) !== 'as') return []
      const over = says.kind === 'leaves' || verb.over
      return officesFrom(doc, as, bounds).map((office) => (over ? { ...office, former: true } : office))
    }
    default:
      return []
  }
}

/** `The board named Maria Lopez chief executive`, `appointed him as`: somebody else makes the holder what he is. */
export function appointed(doc: Article, holder: Mention, bounds: Bounds): readonly Office[] {
  const { token, grammar } = doc.layers
  const verb = token.at(holder.start) - 1
  if (verb < bounds.first || grammar.upos(verb) !== 'VERB' || roleVerb(grammar.lemma(verb))?.kind !== 'appoints' || !isCertain(doc, verb))
    return []
  const after = token.at(holder.end - 1) + 1
  return officesFrom(doc, token.norm(after) === 'as' ? after + 1 : after, bounds)
}

interface Said {
  readonly at: number
  readonly lemma: string
  readonly passive: boolean
  /** Past, and not up to now: `was`, `had been`, `served`. */
  readonly over: boolean
}

/** The verb that begins at `from`, after auxiliaries of the perfect and the passive; null after a modal or a negation. */
function verbFrom(doc: Article, from: number, bounds: Bounds): Said | null {
  const { token, grammar } = doc.layers
  let be = -1
  let have = -1
  for (let i = from; i < Math.min(bounds.end, from + 5); i++) {
    // `was appointed ambassador`: the tagger may take the participle for an adjective
    const participle = be >= 0 && grammar.upos(i) === 'ADJ' && token.norm(i).endsWith('ed')
    const lemma = participle ? lemmaOf(token.norm(i), 'VBN', token.norm(i)) : grammar.lemma(i)
    if (ADVERB.test(token.norm(i))) continue
    if (lemma === 'have') have = i
    else if (lemma === 'be') be = i
    else if ((grammar.upos(i) === 'VERB' || participle) && (roleVerb(lemma) !== undefined || lemma === 'become' || lemma === 'remain')) {
      const present = have >= 0 && !/^(had)$/.test(token.norm(have))
      return { at: i, lemma, passive: be >= 0, over: have >= 0 ? !present : grammar.xpos(i) === 'VBD' }
    } else break
  }
  if (be < 0) return null
  return { at: be, lemma: 'be', passive: false, over: have >= 0 ? token.norm(have) === 'had' : token.norm(be) === 'was' }
}

function copula(doc: Article, verb: Said, bounds: Bounds): readonly Office[] {
  const { token } = doc.layers
  let from = verb.at + 1
  while (ADVERB.test(token.norm(from))) from++
  const over = verb.lemma === 'be' && verb.over
  return officesFrom(doc, from, bounds).map((office) => (over ? { ...office, former: true } : office))
}

/** `who heads the Korea Risk Group`: what is headed has a name. */
function holds(doc: Article, verb: Said, office: string, bounds: Bounds, relative: boolean): readonly Office[] {
  const { token, entity } = doc.layers
  const object = phraseAt(doc, verb.at + 1, bounds)
  if (!object) return []
  const type = object.of.entity === null ? null : entity.all[object.of.entity]!.type
  const word = token.norm(verb.at)
  if (type !== 'ORGANIZATION' && !(type === 'LOCATION' && /^(rule|govern|command)/.test(word)) && !(relative && type === null)) return []
  if (!nameAt(doc, object.last) && /^(lead|leads|led|own|owns|owned|run|runs|ran|direct|directs|directed|rules|ruled)$/.test(word))
    return []
  return [
    {
      office,
      kind: 'office',
      span: { start: token.start[verb.at]!, end: token.end[verb.at]! },
      of: object.of,
      former: verb.over && !/found/.test(office),
      first: verb.at,
      last: object.last,
    },
  ]
}

/** The token after `as` (or `in as`, `down as`, `from his post as`), or after the verb where there is none near. */
function afterAs(doc: Article, verb: number, bounds: Bounds): number {
  const { token, grammar } = doc.layers
  for (let i = verb + 1; i < Math.min(bounds.end, verb + 8); i++) {
    if (token.norm(i) === 'as') return i + 1
    if (grammar.upos(i) === 'PUNCT' || grammar.upos(i) === 'VERB') break
  }
  return verb + 1
}

/** Whether the verb states it: no plan, no denial, no question. */
function isCertain(doc: Article, verb: number): boolean {
  const { token, status } = doc.layers
  const found = status[firstEndingAfter(status, token.start[verb]!)]
  return found === undefined || (found.status === 'asserted' && found.polarity === 'affirmed')
}
