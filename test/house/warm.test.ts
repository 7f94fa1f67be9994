import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tests = join(import.meta.dirname, '..')
const files = ['extract', 'rules', 'golden', 'property'].flatMap((folder) =>
  readdirSync(join(tests, folder))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file)),
)

/** Whether a test reads texts with the models of the engine. */
const readsTexts = (source: string): boolean => /\b(?:analyse|Document\.open|found)\(/.test(source)

test.each(files)('%s loads the models before its first test', (file) => {
  const source = readFileSync(join(tests, file), 'utf8')
  if (readsTexts(source)) expect(source).toMatch(/^import '\.\.\/warm\.js'$|^beforeAll\(/m)
})
