import { setImmediate } from 'node:timers/promises'
import { Problem, type Fault } from './problems.js'

const DEEPEST = 64
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * A JSON text as a value, read more strictly than `JSON.parse` does: UTF-8 only, members named once, at most 64 deep, no U+0000
 * and no half surrogate pairs outside `lenient` members of the top object (there they become U+FFFD). Raises `Problem`. Linear.
 */
export function readJson(bytes: Uint8Array, lenient: readonly string[] = []): unknown {
  const steps = reading(bytes, lenient)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same for a large text: whatever else the process has to answer gets its turn between the steps. */
export async function readJsonInTurns(bytes: Uint8Array, lenient: readonly string[] = []): Promise<unknown> {
  const steps = reading(bytes, lenient)
  let step = steps.next()
  while (!step.done) {
    await setImmediate()
    step = steps.next()
  }
  await setImmediate()
  return step.value
}

function* reading(bytes: Uint8Array, lenient: readonly string[]): Generator<undefined, unknown> {
  const text = decode(bytes)
  yield
  checkStructure(text)
  yield
  const value = parse(text)
  yield
  // In valid UTF-8 without raw control characters, which JSON forbids, only escapes can make such a character.
  if (/\\u(?:0000|d[89a-f])/i.test(text)) {
    if (isObject(value)) for (const name of lenient) if (typeof value[name] === 'string') value[name] = repaired(value[name])
    const faults: Fault[] = []
    collectFaults(value, '', faults)
    if (faults.length > 0) throw new Problem('invalid_text', undefined, { errors: faults })
  }
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('invalid_json', `The body is not JSON: ${(error as Error).message}`)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new Problem('invalid_json', 'The body is not UTF-8.')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** With U+FFFD for U+0000 and for each half of a surrogate pair. */
export const repaired = (text: string): string => text.replace(new RegExp(BROKEN, 'g'), '\uFFFD')

const BROKEN = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** The first character of a string that is no text, counted in characters from 0; undefined where all is well. */
export function brokenCharacter(text: string): { readonly position: number; readonly detail: string } | undefined {
  const index = text.search(BROKEN)
  if (index < 0) return undefined
  let position = 0
  for (let at = 0; at < index; at += text.codePointAt(at)! > 0xffff ? 2 : 1) position++
  const name = text.charCodeAt(index) === 0 ? 'U+0000' : `half a surrogate pair (U+${text.charCodeAt(index).toString(16).toUpperCase()})`
  return { position, detail: `has ${name} at position ${position}` }
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function collectFaults(value: unknown, pointer: string, faults: Fault[]): void {
  if (faults.length >= 20) return
  if (typeof value === 'string') {
    const broken = brokenCharacter(value)
    if (broken) faults.push({ pointer, in: 'body', ...broken })
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => collectFaults(item, `${pointer}/${index}`, faults))
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const broken = brokenCharacter(name)
      const inside = `${pointer}/${escaped(repaired(name))}`
      if (broken) faults.push({ pointer: inside, in: 'body', ...broken })
      collectFaults(member, inside, faults)
    }
  }
}

/** Refuses what `JSON.parse` lets pass: members named twice, and nesting that no article needs. */
function checkStructure(text: string): void {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x22) {
      const end = endOfString(text, at)
      const names = open.at(-1)
      if (names && isName(text, end)) rememberName(names, text.slice(at, end), at)
      at = end - 1
    } else if (character === 0x7b || character === 0x5b) {
      if (open.push(character === 0x7b ? new Set() : undefined) > DEEPEST) {
        throw new Problem('invalid_json', `The body nests more than ${DEEPEST} deep.`)
      }
    } else if (character === 0x7d || character === 0x5d) open.pop()
  }
}

/** The offset behind the closing quotation mark; the end of the text when it is missing. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 0) return end + 1
  }
  return text.length
}

function isName(text: string, end: number): boolean {
  while (' \t\r\n'.includes(text[end] ?? '-')) end++
  return text[end] === ':'
}

function rememberName(names: Set<string>, literal: string, at: number): void {
  let name = literal
  try {
    if (literal.includes('\\')) name = JSON.stringify(JSON.parse(literal))
  } catch {
    return // not JSON: the parser says so in better words
  }
  if (names.has(name))
    throw new Problem('invalid_json', `The body names ${name.slice(0, 100)} twice in one object (second at character ${at}).`)
  names.add(name)
}
