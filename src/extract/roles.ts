import type { Stage } from '../document/document.js'
import type { Mention, Role } from '../document/layers.js'
import { officeKind } from '../lang/en/offices.js'
import { officeAt, type Article, type Office } from './roles/office.js'

/** Marks who is what: titles before a name, appositions after it, and what somebody is said to be. */
export const roles: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date', 'role'> = {
  adds: 'role',
  run: (doc) => {
    const found: Role[] = []
    for (const mention of doc.layers.entity.mentions) {
      if (mention.form !== 'name' || doc.layers.entity.all[mention.entity]!.type !== 'PERSON') continue
      for (const look of [before, apposition, predicate]) {
        const role = look(doc, mention)
        if (role) found.push(role)
      }
    }
    return found.sort((a, b) => a.start - b.start || a.end - b.end)
  },
}

/** `Russian President Vladimir Putin`, `Putin's aide Yuri Ushakov`, `Kim's father, Kim Jong-il`. */
function before(doc: Article, holder: Mention): Role | null {
  const { token, sentence } = doc.layers
  const first = token.at(holder.start)
  const apposed = token.norm(first - 1) === ','
  const head = apposed ? first - 2 : first - 1
  if (head < 0 || sentence.length === 0) return null
  const office = officeAt(doc, head)
  if (!office || office.last !== head) return null
  // `the minister, Kim said`: after a comma only a possessive (`Kim's father, Kim Jong-il`) or an office of something names the holder
  if (apposed && office.of === null) return null
  return role(doc, holder, office, 'en.role.before-name')
}

/** `Alexander Gabuev, senior fellow at …`, `Kim Jong-il — Kim's father and predecessor`. */
function apposition(doc: Article, holder: Mention): Role | null {
  const { token } = doc.layers
  const comma = token.at(holder.end - 1) + 1
  if (!/^[,(—–]$|^--$/.test(token.norm(comma))) return null
  const head = phraseHead(doc, comma + 1)
  const office = head === null ? null : officeAt(doc, head)
  return office && office.first > comma - 1 ? role(doc, holder, office, 'en.role.apposition') : null
}

/** `Lankov is a professor at …`, `Macron became president of …`. */
function predicate(doc: Article, holder: Mention): Role | null {
  const { token, grammar } = doc.layers
  const verb = token.at(holder.end - 1) + 1
  if (!/^(be|become|remain)$/.test(grammar.lemma(verb)) || !/^(VERB|AUX)$/.test(grammar.upos(verb))) return null
  const head = phraseHead(doc, verb + 1)
  const office = head === null ? null : officeAt(doc, head)
  if (!office || office.first <= verb - 1) return null
  const over = grammar.lemma(verb) === 'be' && token.norm(verb) === 'was'
  return role(doc, holder, over ? { ...office, former: true } : office, 'en.role.predicate')
}

/** The last office noun of a noun phrase that begins at `from`: `a former deputy foreign minister` is a minister. */
function phraseHead(doc: Article, from: number): number | null {
  const { token, grammar } = doc.layers
  let head: number | null = null
  for (let i = from; i < Math.min(token.count, from + 10); i++) {
    const noun = /^(NOUN|PROPN)$/.test(grammar.upos(i))
    if (noun && (officeKind(grammar.lemma(i)) ?? officeKind(token.norm(i)))) head = i
    else if (noun && head === i - 1 && token.norm(i) !== 'general') head = null // `leader Kim`, `president office`
    if (!noun && !/^(DET|ADJ|PART|NUM|PRON)$/.test(grammar.upos(i)) && !/^(former|then|['’]s?|-|acting|retired)$/.test(token.norm(i))) break
  }
  return head
}

function role(doc: Article, holder: Mention, office: Office, rule: string): Role | null {
  const { token } = doc.layers
  if (office.of?.entity === holder.entity) return null
  const start = Math.min(token.start[office.first]!, holder.start)
  const end = Math.max(token.end[office.last]!, holder.end)
  return {
    start,
    end,
    holder: { start: holder.start, end: holder.end, entity: holder.entity },
    office: office.office,
    officeSpan: office.span,
    of: office.of,
    former: office.former,
    rule,
  }
}
