import { isFormer } from '../../lang/en/offices.js'
import { isThirdPersonOwner } from '../../lang/en/pronouns.js'
import { nameAt, type Article, type Bounds } from './article.js'
import { kindAt, officeAt, type Office } from './office.js'

const REACH = 12

/** The offices that a phrase beginning at token `from` names: `the chairman and chief executive of Acme`; none where it names no office. */
export function officesFrom(doc: Article, from: number, bounds: Bounds): Office[] {
  const { token } = doc.layers
  const found: Office[] = []
  let at = from
  while (at < bounds.end && found.length < 4) {
    const head = headFrom(doc, at, bounds)
    const office = head < 0 ? null : officeAt(doc, head, { first: at, end: bounds.end })
    if (!office) break
    found.push(office)
    let next = office.last + 1
    const comma = token.norm(next) === ','
    if (comma) next++
    const and = token.norm(next) === 'and'
    if (and) next++
    if (!comma && !and) break
    at = next
  }
  return shared(found)
}

/** Offices joined before token `last`, itself the head of the last one: `Kim's father and predecessor`. */
export function officesBefore(doc: Article, head: number, bounds: Bounds): Office[] {
  const { token } = doc.layers
  const own = officeAt(doc, head, bounds)
  if (!own) return []
  if (token.norm(own.first - 1) === 'and' && own.first - 2 >= bounds.first && kindAt(doc, own.first - 2) !== undefined) {
    const earlier = officeAt(doc, own.first - 2, bounds)
    if (earlier && earlier.last === own.first - 2) return shared([earlier, own])
  }
  return [own]
}

/** Whether a word that is no noun may stand inside an office: `former`, `acting`, an owner's `'s`. */
const isInside = (norm: string): boolean => isFormer(norm) || /^(['’]s?|-|acting|co-)$/.test(norm)

/** The last office noun of the noun phrase that begins at `from`: `a former deputy foreign minister` is a minister; -1 where it is none. */
function headFrom(doc: Article, from: number, bounds: Bounds): number {
  const { token, grammar, entity } = doc.layers
  let head = -1
  for (let i = from; i < Math.min(bounds.end, from + REACH); i++) {
    const name = nameAt(doc, i)
    if (name) {
      const last = token.at(name.end - 1)
      const possessive = token.isPossessive(last + 1)
      if (entity.all[name.entity]!.type === 'PERSON' && !possessive) return -1
      if (head >= 0 && last + 1 < bounds.end && !possessive) return -1
      i = last
      continue
    }
    const upos = grammar.upos(i)
    const kind = kindAt(doc, i)
    if (kind !== undefined && grammar.xpos(i) !== 'NNS' && upos !== 'VERB') head = i
    else if (head === i - 1 && head >= 0 && (upos === 'NOUN' || upos === 'PROPN') && !/^(general|elect|designate)$/.test(token.norm(i)))
      return -1
    const norm = token.norm(i)
    const inside = upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'DET' || upos === 'NUM' || upos === 'PRON'
    if (!inside && !isInside(norm)) break
    if (upos === 'PRON' && !isThirdPersonOwner(norm)) break
  }
  return head
}

/** An office without an `of` of its own takes that of the next (`founder and head of X`), else of the one before (`Kim's father and predecessor`). */
function shared(offices: readonly Office[]): Office[] {
  return offices.map((office, i) => {
    if (office.of) return office
    const next = offices.slice(i + 1).find((other) => other.of && other.of.start >= other.span.end)
    const before = offices.slice(0, i).findLast((other) => other.of && other.of.end <= other.span.start)
    const of = next?.of ?? before?.of ?? null
    return { ...office, of, former: office.former || (i > 0 && offices[0]!.former && offices[0]!.of === of) }
  })
}
