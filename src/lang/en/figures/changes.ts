import { readTsv } from '../tsv.js'

export type Direction = 'up' | 'down'

const DIRECTIONS = new Map<string, Direction>(
  readTsv('change-words').flatMap(([forms, direction]) => forms!.split('|').map((form) => [form, direction as Direction] as const)),
)

/** The direction of a word of change (`fell`, `rise`, `up`); null for other words. */
export const directionOf = (word: string): Direction | null => DIRECTIONS.get(word) ?? null
