import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'

/** Independent paths through a function (cyclomatic complexity): more are hard to read and to test. */
export const MOST_PATHS = 25

const src = join(import.meta.dirname, '../../src')
const MESSAGE = /^[^']*?(?:'(?<name>[^']+)' )?has a complexity of (?<paths>\d+)/

/** Functions of TypeScript source with more paths than `most`, by name; of several without a name the one with the most. */
export function complexIn(source: string, most = MOST_PATHS): Record<string, number> {
  const messages = new Linter().verify(
    source,
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: { complexity: ['error', most] } },
    'source.ts',
  )
  const lines = source.split('\n')
  const found: Record<string, number> = {}
  for (const { message, line } of messages) {
    const { name: own, paths } = MESSAGE.exec(message)?.groups ?? {}
    const name = own ?? /const (\w+) =/.exec(lines[line - 1]!)?.[1] ?? 'unnamed'
    if (paths === undefined) throw new Error(`line ${line}: ${message}`)
    found[name] = Math.max(found[name] ?? 0, Number(paths))
  }
  return found
}

/** Every function of `src` with more paths than allowed: `extract/events/verbal.ts verbalEvent` has 52. */
export function complexFunctions(): Record<string, number> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const all = files.sort().flatMap((file) => {
    const found = complexIn(readFileSync(join(src, file), 'utf8'))
    return Object.entries(found).map(([name, paths]) => [`${file} ${name}`, paths] as const)
  })
  return Object.fromEntries(all)
}
