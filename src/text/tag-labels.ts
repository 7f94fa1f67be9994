import { UPOS, type Upos } from '../document/grammar.js'

/** The two tags in a label of the tag model: `NNS|NOUN`. */
export const pennOf = (label: string): string => tagsOf(label).penn
export const universalOf = (label: string): Upos => tagsOf(label).universal

/** Universal tags whose words are all known: a word that was never seen with one of them (`beat` as a preposition) does not get it. */
const CLOSED: ReadonlySet<Upos> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'])

/** Whether a label is of an open class. */
export const isOpen = (label: string): boolean => !CLOSED.has(universalOf(label))

interface Tags {
  readonly penn: string
  readonly universal: Upos
}

/** Labels are few, and asked for with every article: each is taken apart once. */
const known = new Map<string, Tags>()

function tagsOf(label: string): Tags {
  let tags = known.get(label)
  if (!tags) {
    const [penn = '', universal] = label.split('|')
    known.set(label, (tags = { penn, universal: UPOS.find((tag) => tag === universal) ?? 'X' }))
  }
  return tags
}
