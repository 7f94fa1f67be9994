import { existsSync, readFileSync } from 'node:fs'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A body of `POST /v1/articles`. */
export interface Body {
  readonly url: string
  readonly text: string
  readonly title?: string
  readonly publishedAt?: string
}

const TOWNS = ['Geneva', 'Oslo', 'Lagos', 'Lima', 'Hanoi', 'Quito', 'Perth']
const VERBS = ['gathered', 'protested', 'voted', 'marched', 'arrived']

/** Article number `n`, of so many paragraphs: each has another text. */
export function articleOf(n: number, paragraphs: number): Body {
  const paragraph = (i: number): string => {
    const town = TOWNS[(n + i) % TOWNS.length]!
    return (
      `Some ${n + 2}${i}0 people ${VERBS[(n * 3 + i) % VERBS.length]!} in ${town} on Monday, the interior ministry said. ` +
      `"We counted ${n + i} buses," said Maria Holt, a police spokeswoman. The mayor of ${town}, Otto Blum, will meet them in May.`
    )
  }
  const text = Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join('\n\n')
  return { url: `https://chaos.example/${n}`, title: `People in ${TOWNS[n % TOWNS.length]!}`, publishedAt: '2019-04-24T10:00:00Z', text }
}

/** A source of articles without end: those of an NDJSON file, each time under another address, or made ones. */
export function articlesFrom(file: string | undefined): () => Body {
  let n = 0
  if (file === undefined) return () => articleOf(n++, 8 + (n % 12))
  if (!existsSync(file)) throw new Error(`--corpus names ${file}, and there is no such file`)
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return () => {
    const { text, title, publishedAt } = JSON.parse(lines[n % lines.length]!) as Body
    return { url: `https://soak.example/${n++}`, text, ...(title && { title }), ...(publishedAt && { publishedAt }) }
  }
}
