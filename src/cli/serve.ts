import type { Command } from 'commander'
import { settingsHelp } from '../settings.js'
import { withExamples } from './help.js'
import { settingsOf } from './service.js'

/** `attest serve`: the service, until SIGINT or SIGTERM. */
export function serveCommand(program: Command): void {
  const serve = program
    .command('serve')
    .summary('run the service')
    .description('Runs the service until SIGINT or SIGTERM, then finishes what it has accepted. Swagger UI is at /docs.')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`)
    .action(async () => {
      const settings = settingsOf()
      await (await import('../main.js')).serve(settings)
    })
  withExamples(serve, {
    'attest serve': 'on this machine, port 3000, database attest.db in this folder',
    'PORT=8080 DATABASE_URL=sqlite:/var/lib/attest/news.db attest serve': 'another port and another database',
    'HOST=0.0.0.0 API_KEYS=write:a-long-secret-of-yours attest serve': 'for other machines, with a key',
  })
}
