import type { Mention, Participant } from '../../document/layers.js'
import { nameAt, personAt, type Article, type Bounds } from './article.js'
import { kindAt, officeAt, type Office } from './office.js'
import { officesBefore, officesFrom } from './offices.js'

/** `Russian President Vladimir Putin`, `Secretary of State Mike Pompeo`, `Putin's aide Yuri Ushakov`. */
export function title(doc: Article, holder: Mention, bounds: Bounds): readonly Office[] {
  const { token, grammar } = doc.layers
  const last = token.at(holder.start) - 1
  if (last < bounds.first || grammar.upos(last) === 'PUNCT') return []
  if (kindAt(doc, last) !== undefined && grammar.xpos(last) !== 'NNS') return officesBefore(doc, last, bounds)
  for (let i = last - 1; i >= Math.max(bounds.first, last - 4); i--) {
    if (kindAt(doc, i) === undefined) continue
    const office = officeAt(doc, i, { first: bounds.first, end: last + 1 })
    return office?.last === last && office.of?.entity !== holder.entity && /of|for/.test(office.office) ? [office] : []
  }
  return []
}

/** `Kim's father and predecessor, Kim Jong Il, …`, `the then prime minister, Tony Blair, …`. */
export function apposedName(doc: Article, holder: Mention, bounds: Bounds): readonly Office[] {
  const { token } = doc.layers
  const comma = token.at(holder.start) - 1
  if (comma - 1 < bounds.first || token.norm(comma) !== ',' || kindAt(doc, comma - 1) === undefined) return []
  const after = token.at(holder.end - 1) + 1
  if (after < bounds.end && !/^[,.;:)–—]$|^--$|^who$/.test(token.norm(after))) return []
  if (token.norm(after) === ',' && (nameAt(doc, after + 1) || token.norm(after + 1) === 'and')) return []
  const offices = officesBefore(doc, comma - 1, bounds)
  const first = offices[0]?.first ?? 0
  const definite = offices.some((office) => office.of) || token.norm(first - 1) === 'the'
  return definite ? offices : []
}

/** `Alexander Gabuev, senior fellow at …`, `Jane Doe, 45, a teacher`, `Kim Jong-il — Kim's father and predecessor`. */
export function apposition(doc: Article, holder: Mention, bounds: Bounds): readonly Office[] {
  const { token, grammar } = doc.layers
  let comma = token.at(holder.end - 1) + 1
  if (comma >= bounds.end || !OPENS.test(token.norm(comma))) return []
  const bracket = token.norm(comma) === '('
  if (token.norm(comma + 2) === ',' && grammar.upos(comma + 1) === 'NUM') comma += 2
  else if (token.norm(comma + 1) === 'aged' && token.norm(comma + 3) === ',') comma += 3
  const offices = officesFrom(doc, comma + 1, bounds)
  if (offices.length === 0) return []
  const after = offices.at(-1)!.last + 1
  // `Kim, his father and his grandfather`, `Esper, Chairman of the Joint Chiefs Mark Milley`: a list of people
  if (offices.slice(1).some(({ first }) => grammar.upos(first) === 'PRON')) return []
  // `Lee, an aide to Park, the chairman of the bank`: the second office is Park's
  const followed = offices.findIndex((office, k) => k + 1 < offices.length && office.of !== null && isPersonBefore(doc, office.of))
  if (followed >= 0) return offices.slice(0, followed + 1)
  if (
    after < bounds.end &&
    (personAt(doc, after) || (token.norm(after) !== ',' && personAt(doc, after + 1) && grammar.upos(after) === 'PROPN'))
  )
    return []
  const determined = grammar.upos(comma + 1) === 'DET' || grammar.upos(comma + 1) === 'PRON'
  if (after >= bounds.end || bracket) return offices
  // `at a meeting with Kim, the president said …`: what a verb follows is its subject
  if (/^(VERB|AUX)$/.test(grammar.upos(after)) && (determined || personAt(doc, after - 1))) return []
  return offices
}

/** Whether an office is that of a person with whose name its words end. */
const isPersonBefore = (doc: Article, { entity, end }: Participant): boolean =>
  entity !== null && doc.layers.entity.all[entity]!.type === 'PERSON' && doc.layers.token.norm(doc.layers.token.at(end)) === ','

const OPENS = /^[,(—–]$|^--$/
