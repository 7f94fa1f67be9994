import type { Document, Stage } from '../document/document.js'
import type { Entities, Entity, Mention } from '../document/layers.js'
import { cuesOf } from './entities/cues.js'
import { join, type Draft, type Joined } from './entities/join.js'
import { fold, type Name } from './entities/name.js'
import { recognise } from './entities/recognise.js'
import { refine } from './entities/refine.js'

/** Joins names, nominals and pronouns into entities. */
export const entities: Stage<'token' | 'sentence' | 'grammar', 'entity'> = {
  adds: 'entity',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const cues = cuesOf(token, sentence)
    const names = refine(cues, recognise(cues))
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
  let fullest = ''
  let most = 0
  for (const name of names) {
    const text = textOf(name).replace(/\s+/gu, ' ')
    const words = text.split(' ').length
    if (words > most || (words === most && text.length > fullest.length)) {
      most = words
      fullest = text
    }
  }
  return { id, type, name: fullest, ...(gender && { gender }), number: 'singular', ...(country && { country }) }
}
