import { Command } from 'commander'
import { EXTRACTOR_VERSION } from '../extractor-version.js'
import { settingsHelp } from '../settings.js'
import { benchCommand } from './bench.js'
import { evaluateCommand } from './evaluate.js'
import { explainCommand } from './explain.js'
import { exportCommand } from './export.js'
import { extractCommand } from './extract.js'
import { withExamples } from './help.js'
import { ingestCommand } from './ingest.js'
import { keysCommand } from './keys.js'
import { migrateCommand } from './migrate.js'
import { reextractCommand } from './reextract.js'
import { serveCommand } from './serve.js'
import type { Terminal } from './terminal.js'
import { trainCommand } from './train-command.js'

/** The command line: one file a command. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('attest')
    .description('Turns news articles into facts that can be proved: exact citation, attribution, certainty, time.')
    .version(EXTRACTOR_VERSION)
    .showHelpAfterError('(see attest --help)')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}\n\nExit codes: 0 done, 1 failed, 2 called wrongly.`)
    .configureOutput({ writeOut: (text) => void terminal.out.write(text), writeErr: (text) => void terminal.err.write(text) })
    .exitOverride()
  withExamples(program, {
    'attest ingest news/': 'read the articles of a folder into attest.db',
    'attest export --format csv > facts.csv': 'write their facts for a spreadsheet',
    'attest serve': 'answer requests at http://localhost:3000, with Swagger UI at /docs',
    'attest help export': 'the options of one command, with examples',
  })
  serveCommand(program)
  ingestCommand(program, terminal)
  extractCommand(program, terminal)
  explainCommand(program, terminal)
  exportCommand(program, terminal)
  reextractCommand(program, terminal)
  keysCommand(program, terminal)
  migrateCommand(program, terminal)
  trainCommand(program, terminal)
  evaluateCommand(program)
  benchCommand(program)
  return program
}
