import { readHtml } from './html/tokens.js'

/** One line without entities and control characters, at most 1,000 characters; null when nothing is left. */
export function tidy(raw: string): string | null {
  const line = decoded(raw.slice(0, 4000))
    .replace(/[\0\p{Cs}]/gu, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line === '' ? null : line.slice(0, 1000).replace(/[\ud800-\udbff]$/, '')
}

/** Entities decoded, for values that were escaped twice (`&#039;` inside JSON-LD). */
export function decoded(raw: string): string {
  if (!/&#?\w{1,31};/.test(raw)) return raw
  const parts: string[] = []
  readHtml(raw.replace(/</g, '&lt;'), { open: () => undefined, close: () => undefined, text: (text) => void parts.push(text) })
  return parts.join('')
}

/** A text of several lines without entities and what is no character. */
export const tidyLines = (raw: string): string => decoded(raw).replace(/[\0\p{Cs}]/gu, '\ufffd')
