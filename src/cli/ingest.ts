import type { Command } from 'commander'
import { ArchiveError, type Archive } from '../archive/archive.js'
import { inOrder } from '../http/in-order.js'
import { Problem } from '../http/problems.js'
import type { Submission } from '../ingest/submission.js'
import { StoreError } from '../store/store-error.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import type { Input } from './input.js'
import { filesOf, inputsFrom, inputsOf, sizeOf } from './inputs.js'
import { metaOf, withMeta, type MetaOptions } from './meta-options.js'
import { progressLine } from './progress.js'
import { withService } from './service.js'
import { submissionFrom } from './submissions.js'
import { painter, type Terminal } from './terminal.js'

/** Articles under way at the same time: enough to keep every thread and the writer busy. */
const AT_ONCE = 8

interface Line {
  readonly outcome: 'created' | 'unchanged' | 'failed'
  readonly facts: number
  readonly reached: number
  readonly text: string
}

/** `attest ingest FILE|DIR|-`: one line an article, a summary, exit code 1 when one of them failed. */
export function ingestCommand(program: Command, terminal: Terminal): void {
  const command = withMeta(program.command('ingest'))
    .summary('read articles into the database')
    .description('Reads articles from files (.txt, .html, .json, .ndjson), folders, or standard input (-), and stores their facts.')
    .argument('<path...>', 'files or folders; - for standard input')
    .option('--restore', 'bring deleted articles back as new versions')
    .action((paths: string[], options: MetaOptions & { restore?: boolean }) =>
      withService(async ({ archive }) => {
        const { inputs, total } = await open(paths, options)
        await ingest(archive, inputs, total, metaOf(options), options.restore ?? false, terminal)
      }),
    )
  withExamples(command, {
    'attest ingest news/': 'every article in a folder and the folders in it',
    'attest ingest page.html --url https://harbour-post.example/a --published-at 2019-04-24T19:20:00+10:00': 'a saved page',
    'zcat archive.ndjson.gz | attest ingest - --format ndjson --tag archive': 'one article a line, from another program',
  })
}

async function open(paths: readonly string[], { format }: MetaOptions): Promise<{ inputs: AsyncIterator<Input>; total: number }> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new Failure('- means standard input and cannot be combined with other paths.', 2)
    return { inputs: inputsFrom(process.stdin, format), total: 0 }
  }
  const files = (await Promise.all(paths.map(filesOf))).flat()
  return { inputs: inputsOf(files, format), total: sizeOf(files) }
}

async function ingest(
  archive: Archive,
  inputs: AsyncIterator<Input>,
  total: number,
  defaults: Submission,
  restore: boolean,
  terminal: Terminal,
): Promise<void> {
  const paint = painter(terminal.out)
  const progress = progressLine(terminal, 'articles')
  const counts = { created: 0, unchanged: 0, failed: 0 }
  let facts = 0
  for await (const line of inOrder(inputs, AT_ONCE, (input) => add(archive, input, defaults, restore))) {
    counts[line.outcome]++
    facts += line.facts
    const colour = line.outcome === 'created' ? 'green' : line.outcome === 'failed' ? 'red' : 'dim'
    progress.line(`${paint(colour, line.outcome.padEnd(9))} ${line.text}`)
    if (total > 0) progress.step(line.reached, total, counts.created + counts.unchanged + counts.failed)
  }
  progress.end()
  const all = counts.created + counts.unchanged + counts.failed
  terminal.out.write(
    `${all} articles: ${counts.created} created, ${counts.unchanged} unchanged, ${counts.failed} failed; ${facts} new facts\n`,
  )
  if (counts.failed > 0) throw new Failure(`${counts.failed} of ${all} articles could not be read.`)
}

async function add(archive: Archive, input: Input, defaults: Submission, restore: boolean): Promise<Line> {
  const { label, reached } = input
  try {
    const added = await archive.add(submissionFrom(input, defaults), { restore, wait: true })
    if (added.outcome === 'queued') throw new Error('an article that is waited for was queued')
    const { id, version, counts } = added.article
    const facts = added.outcome === 'created' ? counts.facts : 0
    return { outcome: added.outcome, facts, reached, text: `${id} v${version} ${String(counts.facts).padStart(4)} facts  ${label}` }
  } catch (error) {
    return { outcome: 'failed', facts: 0, reached, text: `${label}: ${reason(error)}` }
  }
}

function reason(error: unknown): string {
  if (error instanceof Problem && error.more.errors) {
    return error.more.errors.map(({ pointer, detail }) => `${pointer || 'the whole'} ${detail}`).join('; ')
  }
  if ([Problem, ArchiveError, StoreError, Failure].some((kind) => error instanceof kind)) return (error as Error).message
  return `the engine or the database failed: ${error instanceof Error ? error.message : String(error)}`
}
