import { once } from 'node:events'
import { Option, type Command } from 'commander'
import { EXPORT_FORMATS, factStream, type ExportFormat } from '../http/formats/facts.js'
import { OFFSET_UNITS, type OffsetUnit } from '../http/schemas/common.js'
import { factQueryOf, factQuerySchema } from '../http/schemas/fact-query.js'
import type { FactQuery } from '../store/port.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import { withService } from './service.js'
import type { Terminal } from './terminal.js'

const NOT_FILTERS = ['facets', 'offsetUnit', 'limit', 'cursor', 'sort']

type Given = Record<string, string> & { readonly format: ExportFormat; readonly offsetUnit: OffsetUnit }

/** `attest export`: all facts that fit the filters, in constant memory. */
export function exportCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .summary('write stored facts as NDJSON, CSV or JSON-LD')
    .description(
      'Writes all stored facts that fit the filters of GET /v1/facts to standard output, as NDJSON, CSV or JSON-LD (one W3C annotation page).',
    )
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).default('ndjson'))
    .addOption(
      new Option('--offset-unit <unit>', 'what offsets count; in JSON-LD always codepoint').choices(OFFSET_UNITS).default('codepoint'),
    )
    .option('--sort <order>', 'published, -published, time, -time, value or -value', '-published')
  for (const [name, schema] of Object.entries(factQuerySchema.shape)) {
    if (!NOT_FILTERS.includes(name)) command.option(`--${dashed(name)} <value>`, schema.description ?? '')
  }
  withExamples(command, {
    'attest export --format csv > facts.csv': 'all facts, for a spreadsheet',
    'attest export --kind figure --currency USD --min 1000000 --sort=-value': 'the largest sums first',
    'attest export --published-from 2019-04-01 --status planned --format jsonld': 'what is planned, as W3C annotations',
  })
  command.action(({ format, offsetUnit, ...filters }: Given) => {
    const query = queryOf(filters)
    return withService(({ store }) => {
      const unit = format === 'jsonld' ? 'codepoint' : offsetUnit
      return writeAll(factStream(store, query, { format, unit }), terminal)
    })
  })
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function queryOf(filters: Readonly<Record<string, string>>): FactQuery {
  const checked = factQuerySchema.safeParse(filters)
  const issue = checked.error?.issues[0]
  if (issue) throw new Failure(`--${dashed(String(issue.path[0]))} ${issue.message}.`, 2)
  return factQueryOf(checked.data!)
}

/** Writes no faster than the reader reads. */
async function writeAll(pieces: AsyncIterable<string>, { out }: Terminal): Promise<void> {
  for await (const piece of pieces) if (!out.write(piece)) await once(out, 'drain')
}
