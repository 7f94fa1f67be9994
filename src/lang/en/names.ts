import { readFileSync } from 'node:fs'
import { decode, type Model } from '../../learn/model.js'

const FILE = new URL('../../../data/en/models/names.model', import.meta.url)

let loaded: Model | undefined

/** The model of names, read once for a thread. Throws where the file is missing or was made for other features. */
export function namesModel(features: number): Model {
  return (loaded ??= decode(readFileSync(FILE), 'names', features))
}
