import type { Command } from 'commander'
import { EXTRACTOR_VERSION } from '../extractor-version.js'
import type { ReextractFilter } from '../store/port.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import { progressLine } from './progress.js'
import { withService } from './service.js'
import type { Terminal } from './terminal.js'

interface ReextractOptions {
  readonly article?: string
  readonly publisher?: string
  readonly tag?: string
  readonly outdated?: boolean
}

/** `attest reextract`: stored articles through the engine again; ids of unchanged claims stay. */
export function reextractCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('reextract')
    .summary('read stored articles again with the current engine')
    .description(
      'Reads stored articles again with the current engine, oldest first. Unchanged claims keep their ids; GET /v1/changes lists what changed.',
    )
    .option('--article <id>', 'only this article')
    .option('--publisher <name>', 'articles of this publisher')
    .option('--tag <tag>', 'articles with this tag')
    .option('--outdated', `articles that another version of the engine than ${EXTRACTOR_VERSION} has read`)
    .action((options: ReextractOptions) =>
      withService(async ({ archive }) => {
        const { outdated, ...named } = options
        const filter: ReextractFilter = { ...named, ...(outdated && { outdatedFor: EXTRACTOR_VERSION }) }
        const progress = progressLine(terminal, 'articles')
        const { done, failed } = await archive.reextract(filter, (now) => progress.step(now.done, now.total, now.done))
        progress.end()
        terminal.out.write(`${done} articles read again by ${EXTRACTOR_VERSION}, ${failed} failed\n`)
        if (failed > 0) throw new Failure(`${failed} of ${done} articles could not be read again.`)
        if (done === 0 && options.article !== undefined) throw new Failure(`There is no article ${options.article} to read again.`)
      }),
    )
  withExamples(command, {
    'attest reextract --outdated': 'after an upgrade: what an earlier version of the engine has read',
    'attest reextract --publisher "Harbour Post"': 'the articles of one publisher',
  })
}
