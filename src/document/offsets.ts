/** What offsets of an answer count. */
export type OffsetUnit = 'codepoint' | 'utf16' | 'utf8'

/** Offsets of one text, from UTF-16 units to another unit and back. */
export interface OffsetMap {
  /** From UTF-16 units. */
  out(offset: number): number
  /** To UTF-16 units; undefined for an offset behind the text or inside a character. */
  back(offset: number): number | undefined
}

const BLOCK = 128
const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800
const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00

/** How much the UTF-16 unit at `at` adds; a pair counts at its second half, so that no offset falls inside a character. */
function width(text: string, at: number, unit: OffsetUnit): number {
  const code = text.charCodeAt(at)
  if (unit === 'utf16') return 1
  if (isLow(code) && at > 0 && isHigh(text.charCodeAt(at - 1))) return unit === 'utf8' ? 4 : 1
  if (isHigh(code) && isLow(text.charCodeAt(at + 1))) return 0
  return unit === 'codepoint' || code < 0x80 ? 1 : code < 0x800 ? 2 : 3
}

const ASTRAL = /[\uD800-\uDFFF]/
const BEYOND_ASCII = /[^\x00-\x7f]/

/** Whether offsets of such a text are the same in UTF-16 units and in `unit`. */
export function sameOffsets(flags: { readonly astral: boolean; readonly ascii: boolean }, unit: OffsetUnit): boolean {
  return unit === 'utf16' || flags.ascii || (unit === 'codepoint' && !flags.astral)
}

/** The map of a text; undefined where offsets in `unit` are those in UTF-16. Linear once, then at most 128 steps an offset. */
export function offsetMap(text: string, unit: OffsetUnit): OffsetMap | undefined {
  if (unit === 'utf16' || !(unit === 'utf8' ? BEYOND_ASCII : ASTRAL).test(text)) return undefined
  const before = new Uint32Array(Math.floor(text.length / BLOCK) + 1)
  let total = 0
  for (let at = 0; at < text.length; at++) {
    if (at % BLOCK === 0) before[at / BLOCK] = total
    total += width(text, at, unit)
  }
  if (text.length % BLOCK === 0) before[text.length / BLOCK] = total
  return {
    out: (offset) => {
      const block = Math.floor(Math.min(offset, text.length) / BLOCK)
      let result = before[block]!
      for (let at = block * BLOCK; at < offset && at < text.length; at++) result += width(text, at, unit)
      return result
    },
    back: (offset) => (offset > total ? undefined : find(text, unit, before, offset)),
  }
}

function find(text: string, unit: OffsetUnit, before: Uint32Array, offset: number): number | undefined {
  let low = 0
  let high = before.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (before[middle]! <= offset) low = middle
    else high = middle
  }
  let at = low * BLOCK
  let reached = before[low]!
  while (reached < offset && at < text.length) reached += width(text, at++, unit)
  if (reached !== offset) return undefined
  // The first half of a pair adds nothing: stand before the pair, never inside it.
  return at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at
}

/** The offset in UTF-16 units; undefined when it lies behind the text or inside a character. */
export function toUtf16(text: string, unit: OffsetUnit, offset: number): number | undefined {
  const map = offsetMap(text, unit)
  if (map) return map.back(offset)
  const inside = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
  return offset > text.length || inside ? undefined : offset
}

/** A copy of a record with every `start` and `end` in it mapped; whatever else it holds stays. */
export function mapSpans<Value>(value: Value, map: OffsetMap | undefined): Value {
  return map ? (mapped(value, map) as Value) : value
}

function mapped(value: unknown, map: OffsetMap): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, map))
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    result[name] = (name === 'start' || name === 'end') && typeof member === 'number' ? map.out(member) : mapped(member, map)
  }
  return result
}
