import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Submission } from '../../ingest/submission.js'

const SAMPLES = new URL('../../../data/samples/', import.meta.url)

/** Articles to measure with: an NDJSON file of bodies for `POST /v1/articles`, else the samples, told apart by their titles. */
export function readCorpus(file: string | undefined, most: number): { readonly name: string; readonly articles: readonly Submission[] } {
  if (file !== undefined && existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, most)
    return { name: file.split('/').at(-1)!, articles: lines.map((line) => JSON.parse(line) as Submission) }
  }
  const samples = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as Submission)
  const copies = Array.from({ length: Math.ceil(Math.min(most, 400) / samples.length) }, (_, copy) =>
    samples.map((sample) => ({ ...sample, url: `${sample.url ?? 'https://copies.example/'}?copy=${copy}` })),
  )
  return { name: `data/samples × ${copies.length}`, articles: copies.flat() }
}

/** Words as a reader counts them. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length
