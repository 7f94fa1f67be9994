import { CommanderError } from 'commander'
import { IngestError } from '../ingest/errors.js'
import { Problem } from '../http/problems.js'
import { BadSetting } from '../settings.js'
import { StoreError } from '../store/store-error.js'
import { Failure } from './failure.js'
import { createProgram } from './program.js'
import type { Terminal } from './terminal.js'

/** Runs one command line and answers with its exit code: 0 done, 1 failed, 2 called wrongly. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    terminal.err.write(`attest: ${sentence(error)}\n`)
    if (error instanceof BadSetting) return 2
    return error instanceof Failure ? error.exitCode : 1
  }
}

const TOLD = [Failure, BadSetting, Problem, IngestError, StoreError]

/** What the caller can mend, in words; what only a programmer can, with its trace. */
export function sentence(error: unknown): string {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message
  if (error instanceof Error) return 'code' in error ? error.message : (error.stack ?? error.message)
  return String(error)
}
