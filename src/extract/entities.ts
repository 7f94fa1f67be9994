import type { Stage } from '../document/document.js'
import type { Entities, Entity, Mention } from '../document/layers.js'
import type { Tokens } from '../document/tokens.js'
import { LONGEST_NAME } from './bounds.js'
import { bodies } from './entities/bodies.js'
import { withoutCommonAcronyms } from './entities/common-acronyms.js'
import { consistent } from './entities/consistency.js'
import { cuesOf } from './entities/cues.js'
import { join, type Draft } from './entities/join.js'
import { isMetonymy } from './entities/metonymy.js'
import { fold } from './entities/name.js'
import { nominals } from './entities/nominals.js'
import { splitPairs } from './entities/pairs.js'
import { pronouns } from './entities/pronouns.js'
import { recognise } from './entities/recognise.js'
import { refine } from './entities/refine.js'

/** A mention while entities have no numbers yet. Tokens `[first, end)`. */
interface Place {
  readonly first: number
  readonly end: number
  readonly draft: number
  readonly form: Mention['form']
  readonly rule: string
  readonly metonymy: boolean
}

/** Joins names, nominals and pronouns into entities. */
export const entities: Stage<'token' | 'sentence' | 'grammar', 'entity'> = {
  adds: 'entity',
  run: (doc) => {
    const { token, sentence, grammar } = doc.layers
    const cues = cuesOf(token, sentence, grammar)
    const named = splitPairs(cues, consistent(cues, withoutCommonAcronyms(cues, refine(cues, recognise(cues)))))
    const names = named.filter(({ first, end }) => token.end[end - 1]! - token.start[first]! <= LONGEST_NAME)
    const joined = join(cues, names, new Set(fold(doc.context.title ?? '').split(' ')))
    const places = names.map((name, i): Place => {
      const rule = joined.rule[i] ?? name.rule
      return { first: name.first, end: name.end, draft: joined.owner[i]!, form: 'name', rule, metonymy: isMetonymy(token, grammar, name) }
    })
    const tied = merged(merged(places, nominals(cues, names, joined).map(plain)), bodies(cues, names, joined).map(plain))
    const all = merged(tied, pronouns(cues, grammar, tied, joined).map(plain))
    return assemble(all, joined.drafts, token)
  },
}

const plain = ({ first, end, draft, form, rule }: Omit<Place, 'metonymy'>): Place => ({ first, end, draft, form, rule, metonymy: false })

/** Both lists in text order and disjoint: what begins inside an earlier one gives way to it. */
function merged(places: readonly Place[], added: readonly Place[]): Place[] {
  const all: Place[] = []
  const push = (place: Place): void => {
    if (place.first >= (all.at(-1)?.end ?? 0)) all.push(place)
  }
  let next = 0
  for (const place of places) {
    while (next < added.length && added[next]!.first <= place.first) push(added[next++]!)
    push(place)
  }
  for (; next < added.length; next++) push(added[next]!)
  return all
}

/** Numbers the drafts in order of first mention and gives each its fullest name. */
function assemble(places: readonly Place[], drafts: readonly Draft[], token: Tokens): Entities {
  const forms = new Map<number, string[]>()
  for (const { draft, form, first, end } of places) {
    if (form !== 'name') continue
    const list = forms.get(draft)
    const written = token.text.slice(token.start[first], token.end[end - 1]).replace(/\s+/gu, ' ')
    if (list) list.push(written)
    else forms.set(draft, [written])
  }
  const number = new Map<number, number>()
  const all: Entity[] = []
  const mentions: Mention[] = []
  for (const { draft, form, rule, first, end, metonymy } of places) {
    if (!forms.has(draft)) continue
    let entity = number.get(draft)
    if (entity === undefined) {
      number.set(draft, (entity = all.length))
      all.push(entityOf(drafts[draft]!, `e${entity + 1}`, forms.get(draft)!))
    }
    const start = token.start[first]!
    const stop = token.end[end - 1]!
    mentions.push(metonymy ? { start, end: stop, entity, form, rule, metonymy } : { start, end: stop, entity, form, rule })
  }
  return { all, mentions }
}

function entityOf({ type, gender, country, main }: Draft, id: string, forms: readonly string[]): Entity {
  const plural = type === 'NATIONALITY' && forms.every((form) => form.endsWith('s'))
  return {
    id,
    type,
    name: forms.includes(main) ? main : fullest(forms),
    gender: gender || undefined,
    number: plural ? 'plural' : 'singular',
    country: country || undefined,
  }
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
