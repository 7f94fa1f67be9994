import type { Command } from 'commander'
import { settingsHelp } from '../settings.js'
import { settingsOf } from './service.js'

/** `attest serve`: the service, until SIGINT or SIGTERM. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .summary('run the service')
    .description('Runs the service until SIGINT or SIGTERM, and then finishes what it accepted. Swagger UI is at /docs.')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`)
    .action(async () => {
      const settings = settingsOf()
      await (await import('../main.js')).serve(settings)
    })
}
