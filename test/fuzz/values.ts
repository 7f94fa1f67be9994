import { HOSTILE } from '../hostile/kinds.js'
import type { Random } from './random.js'

export type Schema = { readonly [key: string]: unknown }

/** Values that have broken parsers of numbers, times, cursors, paths and filters. */
const ODD = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1',
    '1e308',
    '-0',
    '9'.repeat(40),
    '0x10',
    '1.5',
    'NaN',
    'Infinity',
    'true',
    'True',
    'null',
    'undefined',
    '[]',
    '{}',
  ],
  ...[
    '*',
    '""',
    '"',
    "'",
    "' OR 1=1 --",
    'a AND',
    'NOT',
    '-',
    'NEAR(',
    '^a',
    'a*',
    '(a',
    '"a',
    '%',
    '%00',
    '..',
    '../..',
    '\\',
    '/',
    '?',
    '#',
    ';',
    '`',
  ],
  ...['2024-02-30', '2024-01-01T25:00:00Z', '0000-00-00', '+275760-09-13', '9999-12-31', '2024-01-01', '2019-04-24T15:45:00+08:00'],
  ...['constructor', '__proto__', 'toString', 'a'.repeat(500), 'a'.repeat(3000), 'ent_', 'art_0', 'fct_0', 'W10', 'eyJhIjoxfQ', 'WyJhIl0'],
  ...Object.values(HOSTILE),
]

/** Words that the samples hold, so that some requests find something. */
const WORDS = [
  'Russia',
  'labourers',
  'Kim',
  'talks',
  'figure',
  'people',
  'Meridian Wire',
  'USD',
  'tonne',
  '"nuclear talks"',
  'met',
  'Tass',
  'Peskov',
]

/** A string that is nearly always wrong where it goes. */
export const oddText = (random: Random): string => {
  const value = random.pick(ODD)
  return random.chance(0.1) ? value.repeat(1 + random.below(40)).slice(0, 4000) : value
}

/** The members of an `anyOf` or the schema itself. */
const choices = (schema: Schema): readonly Schema[] =>
  (schema['anyOf'] as Schema[] | undefined) ?? (schema['oneOf'] as Schema[] | undefined) ?? [schema]

/** A value that a parameter with this schema may have, as text. */
export function fittingText(schema: Schema, random: Random): string {
  const chosen = random.pick(choices(schema))
  const values = (chosen['enum'] ?? chosen['examples']) as readonly unknown[] | undefined
  if (values) return String(random.pick(values))
  if (chosen['type'] === 'boolean') return random.pick(['true', 'false'])
  if (chosen['type'] === 'integer') return String(1 + random.below(20))
  if (chosen['type'] === 'number') return random.pick(['0', '8000', '-1.5', '25e6'])
  if (chosen['type'] === 'array')
    return random.chance(0.5) ? fittingText((chosen['items'] as Schema | undefined) ?? {}, random) : random.pick(WORDS)
  return random.pick(WORDS)
}

/** JSON of any kind and depth. */
export function oddJson(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 5 : 8)
  if (kind === 0) return null
  if (kind === 1) return random.chance(0.5)
  if (kind === 2) return random.pick([0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31)])
  if (kind < 5) return oddText(random)
  if (kind < 7) return Array.from({ length: random.below(4) }, () => oddJson(random, depth + 1))
  return Object.fromEntries(Array.from({ length: random.below(4) }, () => [oddText(random).slice(0, 50), oddJson(random, depth + 1)]))
}
