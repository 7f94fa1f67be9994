import { isWord } from '../../lang/en/clusters.js'
import { regularLemma } from '../../lang/en/lemmas.js'
import type { Tree } from './conllu.js'

/** Names, foreign words, numbers, parts of words: the rule (the form itself) stands. */
const LEFT_ALONE = new Set(['NNP', 'NNPS', 'ADD', 'FW', 'GW', 'CD', 'LS', 'SYM', 'NFP', 'AFX'])

/** Rows `tag, form, lemma` for what the rules get wrong in the treebank: the most frequent lemma of each form. */
export function learnLemmas(trees: readonly Tree[]): string[][] {
  const counts = new Map<string, Map<string, number>>()
  for (const tree of trees) {
    tree.forms.forEach((form, i) => {
      const tag = tree.xpos[i]!
      if (LEFT_ALONE.has(tag)) return
      const key = `${tag}\t${form.toLowerCase().replaceAll('\u2019', "'")}`
      const lemmas = counts.get(key) ?? new Map<string, number>()
      lemmas.set(tree.lemmas[i]!, (lemmas.get(tree.lemmas[i]!) ?? 0) + 1)
      counts.set(key, lemmas)
    })
  }
  const rows: string[][] = []
  for (const [key, lemmas] of counts) {
    const [tag, form] = key.split('\t') as [string, string]
    const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    if (lemma !== regularLemma(form, tag, form) && worthKeeping(tag, form, lemma, count)) rows.push([tag, form, lemma])
  }
  return rows.sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1))
}

/** Slips of the pen (`new` for `knew`) come once, and capitals belong to adjectives of nations alone. */
function worthKeeping(tag: string, form: string, lemma: string, count: number): boolean {
  if (lemma !== lemma.toLowerCase() && tag !== 'JJ' && tag !== 'PRP' && tag !== 'NNS') return false
  if (lemma === '_' || /\s/.test(lemma)) return false
  return count > 1 || (isWord(form) && isWord(lemma.toLowerCase()))
}
