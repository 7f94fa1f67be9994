import { readTsv } from '../tsv.js'

export type Direction = 'up' | 'down'

const DIRECTIONS = new Map<string, Direction>(
  readTsv('change-words').flatMap(([forms, direction]) => forms!.split('|').map((form) => [form, direction as Direction] as const)),
)

/** The direction of a word of change (`fell`, `rise`, `up`); null for other words. */
export const directionOf = (word: string): Direction | null => DIRECTIONS.get(word) ?? null

/** Verbs with which `up` and `down` are a direction; with others they are part of the verb (`gave up 30`). */
const MOVES =
  /^(?:is|are|was|were|be|been|being|'s|go|goes|went|gone|going|end|ended|ends|ending|close|closed|closes|closing|trade|traded|trades|trading|finish\w*|open\w*|edg\w+|inch\w+|tick\w*|mov\w+|trend\w*|settl\w+|creep|crept|push\w*|jump\w*|climb\w*)$/

/** Whether `up` or `down` behind `verb` says a direction. */
export const movesAs = (verb: string): boolean => MOVES.test(verb)
