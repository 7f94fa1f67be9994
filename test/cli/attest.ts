import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'

const BIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder with a database of its own, and the built command line over it. */
export function attest() {
  if (!existsSync(BIN)) throw new Error(`${BIN} is not there: npm run build goes first`)
  const folder = mkdtempSync(join(tmpdir(), 'attest-cli-'))
  const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${join(folder, 'test.db')}`, WORKERS: '1' }
  const start = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { ...env, ...more } })
  return {
    folder,
    start,
    /** Runs one command to its end. */
    run: async (args: readonly string[], input = '', more: Readonly<Record<string, string>> = {}): Promise<Ran> => {
      const child = start(args, more)
      child.stdin.on('error', () => undefined) // a command that does not read ends first
      child.stdin.end(input)
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
      return { code, out, err }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
