import type { Span } from '../document/span.js'
import type { Excerpt } from './records.js'

/** A span with the characters it covers; nothing else of the object that was given. */
export const excerpt = (text: string, { start, end }: Span): Excerpt => ({ start, end, text: text.slice(start, end) })

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const splits = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

/** Up to `length` UTF-16 units before `at`; a character of two units stays whole or out. */
export function before(text: string, at: number, length: number): string {
  const from = Math.max(0, at - length)
  return text.slice(splits(text, from) ? from + 1 : from, at)
}

/** Up to `length` UTF-16 units from `at` on; a character of two units stays whole or out. */
export function after(text: string, at: number, length: number): string {
  const to = Math.min(text.length, at + length)
  return text.slice(at, splits(text, to) ? to - 1 : to)
}
