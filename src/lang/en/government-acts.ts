import { readTsv } from './tsv.js'

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  seek: 'sought',
  see: 'saw',
  withdraw: 'withdrew',
  forbid: 'forbade',
}

const acts = readTsv('government-acts')
/** Forms of the verbs that tell what governments do. */
export const GOVERNMENT_ACTS: ReadonlySet<string> = new Set(acts.filter(([, kind]) => kind === 'verb').flatMap(([verb]) => forms(verb!)))
/** What governments have: `policy`. */
export const GOVERNMENT_NOUNS: ReadonlySet<string> = new Set(acts.filter(([, kind]) => kind === 'noun').map(([noun]) => noun!))

/** The forms of a verb in the news; some that do not exist do no harm. */
function forms(verb: string): string[] {
  const stem = verb.replace(/e$/, '')
  const last = verb.at(-1)!
  return [
    verb,
    IRREGULAR[verb] ?? `${verb.replace(/y$/, 'i').replace(/e$/, '')}ed`,
    `${verb.replace(/y$/, 'ie')}s`,
    `${stem}ing`,
    `${verb}${last}ed`,
  ]
}
