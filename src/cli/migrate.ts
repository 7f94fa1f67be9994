import type { Command } from 'commander'
import { withExamples } from './help.js'
import { withService } from './service.js'
import type { Terminal } from './terminal.js'

/** `attest migrate`: brings the database to the newest schema; every other command does so too before it begins. */
export function migrateCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('migrate')
    .summary('bring the database to the newest schema')
    .description('Brings the database of DATABASE_URL to the newest schema, or creates it. Every other command does this first, too.')
    .action(() =>
      withService(async ({ settings }) => {
        terminal.out.write(`${settings.DATABASE_URL} has the newest schema.\n`)
      }),
    )
  withExamples(command, { 'DATABASE_URL=sqlite:/var/lib/attest/news.db attest migrate': 'before the service starts with a new version' })
}
