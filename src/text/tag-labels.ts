import { UPOS, type Upos } from '../document/grammar.js'

/** The two tags in a label of the tag model: `NNS|NOUN`. */
export const pennOf = (label: string): string => label.split('|')[0]!
export const universalOf = (label: string): Upos => UPOS.find((tag) => tag === label.split('|')[1]) ?? 'X'

/** For each label the number of its universal tag. */
export const coarseOf = (labels: readonly string[]): Uint8Array => Uint8Array.from(labels, (label) => UPOS.indexOf(universalOf(label)))
