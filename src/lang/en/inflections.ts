import { Form, formsOf } from './dictionary.js'
import { lemmaExceptions, regularLemma } from './lemmas.js'

type Tag = 'NNS' | 'VBZ' | 'VBD' | 'VBN' | 'VBG' | 'JJR' | 'JJS'

/** For each tag the kind of word that its forms are made of, and what is put to the end of one. */
const MADE: Readonly<Record<Tag, { readonly of: number; readonly endings: readonly string[] }>> = {
  NNS: { of: Form.NN, endings: ['s', 'es'] },
  VBZ: { of: Form.VB, endings: ['s', 'es'] },
  VBD: { of: Form.VB, endings: ['ed', 'd'] },
  VBN: { of: Form.VB, endings: ['ed', 'd'] },
  VBG: { of: Form.VB, endings: ['ing'] },
  JJR: { of: Form.JJ, endings: ['er', 'r'] },
  JJS: { of: Form.JJ, endings: ['est', 'st'] },
}
const TAGS = Object.keys(MADE) as Tag[]

/** Shorter words and those with other letters have no forms but their own. */
const INFLECTED = /^[a-z]{3,}$/

/** The dictionary forms of a lower-cased word: `met` has `meet`, `meeting` has `meeting` and `meet`, `labourers` has `labourer`. */
export function lemmasOf(word: string): readonly string[] {
  if (!INFLECTED.test(word)) return [word]
  const lemmas = TAGS.flatMap((tag) => lemmaAs(word, tag) ?? [])
  return [...new Set(lemmas.length === 0 || isEntry(word) ? [word, ...lemmas] : lemmas)]
}

/** All forms of the words that a lower-cased word can be a form of, itself first: `labourer` has `labourers`, `meet` has `met`. */
export function inflections(word: string): readonly string[] {
  return [...new Set([word, ...lemmasOf(word).flatMap((lemma) => [lemma, ...regularForms(lemma), ...(irregularForms().get(lemma) ?? [])])])]
}

/** Whether the dictionary has the word as it is, not as a form of another. */
const isEntry = (word: string): boolean => (formsOf(word) & (Form.NN | Form.VB | Form.JJ | Form.RB)) !== 0

/** What the word is a form of with this tag; undefined where it is none. */
function lemmaAs(word: string, tag: Tag): string | undefined {
  const regular = regularLemma(word, tag, word)
  const { of } = MADE[tag]
  if (regular !== word && (formsOf(regular) & of) !== 0) return regular
  const listed = lemmaExceptions().get(tag)?.get(word)
  if (listed !== undefined && isEntry(listed) && isTrusted(word, tag, listed)) return listed
  // Of words that the dictionary lacks, names above all, the plural alone is a form.
  return tag === 'NNS' && regular !== word && formsOf(word) === 0 && formsOf(regular) === 0 ? regular : undefined
}

/** What is listed of a word that is an entry of its own may be an error of the corpus: `campus` is no `camp`, `new` no `knew`; but `left` is `leave`. */
const isTrusted = (word: string, tag: Tag, listed: string): boolean =>
  !isEntry(word) || (tag !== 'NNS' && word.charAt(0) === listed.charAt(0))

/** The forms that have the lemma by rule: what puts an ending to it wrongly, the rules do not lead back. */
function regularForms(lemma: string): string[] {
  const kinds = formsOf(lemma) || Form.NN
  return TAGS.filter((tag) => (kinds & MADE[tag].of) !== 0).flatMap((tag) =>
    stems(lemma)
      .flatMap((stem) => MADE[tag].endings.map((ending) => stem + ending))
      .filter((form) => regularLemma(form, tag, form) === lemma),
  )
}

/** What an ending can be put to: `make`, `mak`; `stop`, `stopp`; `carry`, `carri`. */
const stems = (lemma: string): string[] => [
  lemma,
  ...(lemma.endsWith('e') ? [lemma.slice(0, -1)] : []),
  ...(lemma.endsWith('y') ? [`${lemma.slice(0, -1)}i`] : []),
  ...(/[^aeiou][aeiou][bdgklmnprst]$/.test(lemma) ? [lemma + lemma.at(-1)!] : []),
]

let irregular: ReadonlyMap<string, readonly string[]> | undefined

/** Listed forms by their lemma: `meet` has `met`. */
function irregularForms(): ReadonlyMap<string, readonly string[]> {
  if (irregular) return irregular
  const forms = new Map<string, string[]>()
  for (const tag of TAGS) {
    for (const form of lemmaExceptions().get(tag)?.keys() ?? []) {
      const lemma = INFLECTED.test(form) ? lemmaAs(form, tag) : undefined
      if (lemma !== undefined) forms.set(lemma, [...(forms.get(lemma) ?? []), form])
    }
  }
  return (irregular = forms)
}
