import type { Stage } from '../document/document.js'
import type { Mention, Role } from '../document/layers.js'
import { firstEndingAfter, shallow } from '../document/span.js'
import { MOST_AT_ONCE } from './bounds.js'
import type { Article, Bounds } from './roles/article.js'
import { apposedName, apposition, title } from './roles/beside-name.js'
import type { Office } from './roles/office.js'
import { appointed, saidOf } from './roles/said-of.js'

/** The ways a text says who is what, with the name of each. */
const WAYS: readonly (readonly [rule: string, find: (doc: Article, holder: Mention, bounds: Bounds) => readonly Office[]])[] = [
  ['en.role.before-name', title],
  ['en.role.name-apposed', apposedName],
  ['en.role.apposition', apposition],
  ['en.role.predicate', saidOf],
  ['en.role.appointed', appointed],
]

/** Marks who is what: titles before a name, appositions around it, and what somebody is said to be. */
export const roles: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'status', 'role'> = {
  adds: 'role',
  run: (doc) => {
    const { entity, sentence } = doc.layers
    const found: Role[] = []
    for (const holder of entity.mentions) {
      if (holder.form !== 'name' || entity.all[holder.entity]!.type !== 'PERSON') continue
      const around = sentence[firstEndingAfter(sentence, holder.start)]
      if (!around) continue
      const bounds = { first: around.firstToken, end: around.endToken }
      const taken = new Set<number>()
      for (const [rule, find] of WAYS)
        for (const office of find(doc, holder, bounds)) {
          if (taken.has(office.span.start)) continue
          taken.add(office.span.start)
          found.push(role(doc, holder, office, rule))
        }
    }
    return shallow(
      found.sort((a, b) => a.start - b.start || a.end - b.end || a.officeSpan.start - b.officeSpan.start),
      MOST_AT_ONCE,
      (one) => one,
    )
  },
}

function role(doc: Article, holder: Mention, office: Office, rule: string): Role {
  const { token } = doc.layers
  const { of } = office
  return {
    start: Math.min(token.start[office.first]!, holder.start, of?.start ?? holder.start),
    end: Math.max(token.end[office.last]!, holder.end, of?.end ?? holder.end),
    holder: { start: holder.start, end: holder.end, entity: holder.entity },
    office: office.office,
    officeSpan: office.span,
    // nobody is his own father: two people went under one name
    of: of?.entity === holder.entity ? { ...of, entity: null } : of,
    former: office.former,
    rule,
  }
}
