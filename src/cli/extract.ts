import { Option, type Command } from 'commander'
import { mapSpans, offsetMap } from '../document/offsets.js'
import { OFFSET_UNITS, type OffsetUnit } from '../http/schemas/common.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import type { Input } from './input.js'
import { inputsFrom, inputsOf } from './inputs.js'
import { metaOf, withMeta, type MetaOptions } from './meta-options.js'
import { submissionFrom } from './submissions.js'
import type { Terminal } from './terminal.js'

interface ExtractOptions extends MetaOptions {
  readonly offsetUnit: OffsetUnit
  readonly compact?: boolean
}

/** `attest extract FILE|-`: everything found in an article, as `POST /v1/extract` answers it; nothing is stored. */
export function extractCommand(program: Command, terminal: Terminal): void {
  const command = withMeta(program.command('extract'))
    .summary('print everything found in an article; nothing is stored')
    .description(
      'Prints everything found in an article as JSON, as POST /v1/extract answers it. Of NDJSON, one answer a line. Nothing is stored.',
    )
    .argument('<file>', 'a file (.txt, .html, .json, .ndjson); - for standard input')
    .addOption(new Option('--offset-unit <unit>', 'what offsets count').choices(OFFSET_UNITS).default('codepoint'))
    .option('--compact', 'JSON without line breaks')
    .action(async (file: string, options: ExtractOptions) => {
      const { annotations } = await import('../archive/work.js') // loaded late: it brings the engine
      const defaults = metaOf(options)
      let count = 0
      for await (const input of inputOf(file, options)) {
        const compact = options.compact ?? input.label.includes(':')
        const found = annotations(submissionFrom(input, defaults))
        const { language, ...rest } = mapSpans(found, offsetMap(found.text, options.offsetUnit))
        terminal.out.write(
          JSON.stringify({ language, offsetUnit: options.offsetUnit, ...rest, truncated: null }, null, compact ? 0 : 2) + '\n',
        )
        count++
      }
      if (count === 0) throw new Failure(`${file} holds no article.`)
    })
  withExamples(command, {
    'attest extract article.txt --published-at 2019-04-24': 'a text; relative dates count from its publication',
    'attest extract page.html --offset-unit utf16': 'a saved page, with offsets for JavaScript, Java or C#',
  })
}

/** The articles of one file or of standard input. */
export const inputOf = (file: string, { format }: MetaOptions): AsyncIterable<Input> =>
  file === '-' ? inputsFrom(process.stdin, format) : inputsOf([file], format)
