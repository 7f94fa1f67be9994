import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../data/en/', import.meta.url)

/** The rows of a list in `data/en`, columns split at tabs; lines that start with `#` are its header. */
export function readList(name: string): readonly (readonly string[])[] {
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}
