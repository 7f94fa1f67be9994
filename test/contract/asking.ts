import { readWords } from '../../src/query/words.js'
import type { FactQuery } from '../../src/store/port.js'

type Name<Value> = Value extends readonly (infer Item)[] ? (Item extends readonly unknown[] ? string : Item) : never
type Words = 'q' | 'of'
type Listed = { [K in keyof FactQuery]-?: NonNullable<FactQuery[K]> extends readonly unknown[] ? K : never }[keyof FactQuery]

/** Filters as one writes them: words as text, one value where a list could stand. */
export type Asked = Omit<FactQuery, Words | Listed | 'sort'> & { readonly [K in Words]?: string } & {
  readonly [K in Listed]?: Name<NonNullable<FactQuery[K]>> | FactQuery[K]
}

const OTHERS = ['from', 'to', 'publishedFrom', 'publishedTo', 'min', 'max', 'minConfidence', 'attributed', 'dated', 'open', 'sort']

/** The query that such filters mean. */
export function asking(asked: Asked): Omit<FactQuery, 'sort'> {
  const entries = Object.entries(asked).map(([name, value]): [string, unknown] => {
    if (name === 'q' || name === 'of') return [name, readWords(value as string)]
    if (OTHERS.includes(name) || Array.isArray(value)) return [name, value]
    return [name, name === 'entity' ? [[value]] : [value]]
  })
  return Object.fromEntries(entries)
}
