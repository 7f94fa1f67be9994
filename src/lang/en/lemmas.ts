import { isWord } from './clusters.js'
import { readTsv } from './tsv.js'

/** Forms that the rules below get wrong, by tag. */
let irregular: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined

/** The lemmas that `lemmas.tsv` lists, by Penn tag and form. */
export function lemmaExceptions(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (irregular) return irregular
  const byTag = new Map<string, Map<string, string>>()
  for (const [tag, form, lemma] of readTsv('lemmas')) {
    const forms = byTag.get(tag!) ?? new Map<string, string>()
    byTag.set(tag!, forms.set(form!, lemma!))
  }
  return (irregular = byTag)
}

/** The dictionary form of a lower-cased word with a Penn tag; of a name its own spelling (`form`). */
export function lemmaOf(norm: string, tag: string, form: string): string {
  return lemmaExceptions().get(tag)?.get(norm) ?? regularLemma(norm, tag, form)
}

/** The lemma by rule alone: what `lemmas.tsv` lists are its errors. */
export function regularLemma(norm: string, tag: string, form: string): string {
  switch (tag) {
    case 'NNS':
    case 'VBZ':
      return singular(norm)
    case 'NNPS':
      return singular(form)
    case 'NNP':
      return form
    case 'VBD':
    case 'VBN':
      return withoutEd(norm)
    case 'VBG':
      return norm.length > 4 && norm.endsWith('ing') ? restored(norm.slice(0, -3)) : norm
    case 'JJR':
    case 'RBR':
      return norm.endsWith('er') ? graded(norm.slice(0, -2)) : norm
    case 'JJS':
    case 'RBS':
      return norm.endsWith('est') ? graded(norm.slice(0, -3)) : norm
    default:
      return norm
  }
}

function singular(word: string): string {
  if (word.length < 3 || /ss$/i.test(word)) return word
  // "menus", "taxis", but "campus", "chassis"
  if (/[ui]s$/i.test(word)) return word.length > 4 && known(word.slice(0, -1)) ? word.slice(0, -1) : word
  if (/[^aeiou]ies$/i.test(word) && word.length > 4) return word.slice(0, -3) + 'y'
  // "analyses", "hypotheses", "diagnoses"
  if (/(?:aly|the|gno)ses$/i.test(word)) return word.slice(0, -2) + 'is'
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o)es$/i.test(word)) return word.slice(0, -2)
  if (/ses$/i.test(word)) return beforeEs(word)
  return /s$/i.test(word) ? word.slice(0, -1) : word
}

/** `houses` → `house`, `viruses` → `virus`: what is a word decides, its ending where neither is. */
function beforeEs(word: string): string {
  const withE = word.slice(0, -1)
  const bare = word.slice(0, -2)
  if (known(withE)) return withE
  return known(bare) || /[^aeo]uses$/i.test(word) ? bare : withE
}

function withoutEd(word: string): string {
  if (word.length > 4 && word.endsWith('ied')) return word.slice(0, -3) + 'y'
  return word.length > 3 && word.endsWith('ed') ? restored(word.slice(0, -2)) : word
}

/** Whether it is a frequent English word. */
const known = (word: string): boolean => isWord(word.toLowerCase())

/** `stopp` → `stop`, `mak` → `make`, `walk` → `walk`: what is a word decides, its ending where both are. */
function restored(stem: string): string {
  const whole = known(stem)
  const doubled = /([bdgklmnprst])\1$/.test(stem)
  if (doubled && !whole) return stem.slice(0, -1)
  const withE = known(stem + 'e')
  if (whole !== withE) return whole ? stem : stem + 'e'
  return !doubled && BARE.test(stem) ? stem + 'e' : stem
}

/** Endings of verb stems that have lost an `e`: one consonant after one vowel, or consonants that never end a word. */
const BARE = /(?:^|[^aeiou])[aeiouy][bcdgkmnprstuvz]$|[cuvz]$|[^aeiou][ls]$|[dlr]g$/

/** `bigg` → `big`, `happi` → `happy`, `larg` → `large`, `young` → `young`. */
function graded(stem: string): string {
  return /[^aeiou]i$/.test(stem) ? stem.slice(0, -1) + 'y' : restored(stem)
}
