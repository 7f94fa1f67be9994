import { createHash } from 'node:crypto'
import { readTsv } from './tsv.js'

/** Lists whose words are features of the models: with another list they would be other models. */
const LISTS = [
  'cities',
  'clusters',
  'countries',
  'demonyms',
  'dictionary',
  'eastern-family-names',
  'family-names',
  'given-names',
  'never-names',
  'organisation-words',
  'organisations',
  'outlets',
  'place-words',
  'regions',
  'titles',
]

/** SHA-256 of the rows of all lists that models are trained with, hexadecimal: what a model's card says of them. */
export function listsHash(): string {
  const hash = createHash('sha256')
  for (const name of LISTS) hash.update(name).update(JSON.stringify(readTsv(name)))
  return hash.digest('hex')
}
