import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Submission } from '../ingest/submission.js'
import { explanation } from './explanation.js'
import { inputOf } from './extract.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import { metaOf, withMeta, type MetaOptions } from './meta-options.js'
import { submissionFrom } from './submissions.js'
import { columnsOf, painter, type Terminal } from './terminal.js'

/** `attest explain TEXT|FILE|-`: what was found, where, and by which rule. */
export function explainCommand(program: Command, terminal: Terminal): void {
  const command = withMeta(program.command('explain'))
    .summary('show what is found in a text, and why')
    .description(
      'Shows each layer of a text: every mention with its offsets (in characters), value and rule; every fact with its certainty and sources.',
    )
    .argument('<text>', 'a text, or a file (.txt, .html, .json, .ndjson); - for standard input')
    .action(async (text: string, options: MetaOptions) => {
      const { inspect } = await import('../archive/work.js') // loaded late: it brings the engine
      for await (const submission of submissionsOf(text, options)) {
        const lines = explanation(inspect(submission), columnsOf(terminal.out), painter(terminal.out))
        terminal.out.write(lines.join('\n') + '\n')
      }
    })
  withExamples(command, {
    'attest explain "Some 300 people met in Oslo on Monday." --published-at 2019-04-24': 'a sentence',
    'attest explain article.txt': 'a file',
  })
}

async function* submissionsOf(text: string, options: MetaOptions): AsyncGenerator<Submission> {
  const defaults = metaOf(options)
  if (text.trim() === '') throw new Failure('The text is empty.', 2)
  if (text !== '-' && !existsSync(text)) {
    yield submissionFrom({ bytes: Buffer.from(text), format: options.format ?? 'text' }, { language: 'en', ...defaults })
    return
  }
  for await (const input of inputOf(text, options)) yield submissionFrom(input, defaults)
}
