import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../data/en/', import.meta.url)

/** The rows of `data/en/<name>.tsv`, without its `#` header and empty lines. Throws at start where the file is missing. */
export function readTsv(name: string): readonly string[][] {
  return readFileSync(new URL(`${name}.tsv`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}
