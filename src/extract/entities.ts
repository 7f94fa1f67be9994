import type { Document, Stage } from '../document/document.js'
import type { Entities, Entity, Mention } from '../document/layers.js'
import { cuesOf } from './entities/cues.js'
import { consistent } from './entities/consistency.js'
import { join, type Draft, type Joined } from './entities/join.js'
import { fold, type Name } from './entities/name.js'
import { splitPairs } from './entities/pairs.js'
import { recognise } from './entities/recognise.js'
import { refine } from './entities/refine.js'

/** Joins names, nominals and pronouns into entities. */
export const entities: Stage<'token' | 'sentence' | 'grammar', 'entity'> = {
  adds: 'entity',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const cues = cuesOf(token, sentence)
    const names = splitPairs(cues, consistent(cues, refine(cues, recognise(cues))))
    const title = new Set(fold(doc.context.title ?? '').split(' '))
    return assemble(doc, names, join(cues, names, title))
  },
}

/** Numbers the drafts in order of first mention and gives each its fullest name. */
function assemble({ layers: { token }, text }: Document<'token'>, names: readonly Name[], { drafts, owner, rule }: Joined): Entities {
  const spans = names.map(({ first, end }) => ({ start: token.start[first]!, end: token.end[end - 1]! }))
  const number = new Map<number, number>()
  const all: Entity[] = []
  const mentions: Mention[] = []
  for (let i = 0; i < names.length; i++) {
    const draft = owner[i]!
    let entity = number.get(draft)
    if (entity === undefined) {
      number.set(draft, (entity = all.length))
      all.push(entityOf(drafts[draft]!, `e${entity + 1}`, (k) => text.slice(spans[k]!.start, spans[k]!.end)))
    }
    mentions.push({ ...spans[i]!, entity, form: 'name', rule: rule[i] ?? names[i]!.rule })
  }
  return { all, mentions }
}

function entityOf({ type, names, gender, country }: Draft, id: string, textOf: (name: number) => string): Entity {
  const name = fullest(names.map((i) => textOf(i).replace(/\s+/gu, ' ')))
  return { id, type, name, ...(gender && { gender }), number: 'singular', ...(country && { country }) }
}

/** The form with the most words, of those the most frequent, of those the first; an acronym gives way to what it stands for. */
function fullest(forms: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  let best = forms[0]!
  let size = 0
  for (const [form, count] of counts) {
    const words = form.split(/[\s-]+/u).length
    if (words > size || (words === size && count > counts.get(best)!)) {
      best = form
      size = words
    }
  }
  return best
}
