import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { analyse } from '../analyse.js'
import { overlap } from '../document/span.js'
import { table } from './bench/table.js'
import { CORPORA, notAsked, type Corpus, type Gold } from './evaluate/corpora.js'
import { emptyTally, f1, tally, valueF1, type Scored, type Tally } from './evaluate/score.js'
import { evaluateStatus } from './evaluate/status.js'
import { Failure } from './failure.js'
import { withExamples } from './help.js'

/** `attest evaluate`: the layers against annotated corpora, in a folder of gold files. */
export function evaluateCommand(program: Command): void {
  const command = program
    .command('evaluate')
    .description('score the engine against annotated corpora (NDJSON with gold spans; see README)')
    .option('--data <folder>', 'where the gold files are', '../shared/bench')
    .action(async ({ data }: { readonly data: string }) => {
      const there = CORPORA.filter(({ file }) => existsSync(join(data, file)))
      if (there.length === 0) throw new Failure(`${data} has none of ${CORPORA.map(({ file }) => file).join(', ')}`, 1)
      const rows = there.flatMap((corpus) => evaluate(corpus, join(data, corpus.file)))
      console.log(table('F1 in percent', ['corpus', 'layer', 'gold', 'found', 'strict', 'relaxed', 'value'], rows))
      const events = join(data, 'meantime-dev.jsonl')
      if (existsSync(events)) console.log(evaluateStatus(linesOf(events)))
      const treebanks = join(data, 'train/ud')
      if (existsSync(treebanks)) console.log(`\nGrammar in percent\n${(await grammarOn(treebanks)).join('\n')}`)
    })
  withExamples(command, { 'attest evaluate --data corpora': 'the gold files of a folder; those that are missing are left out' })
}

const LANGUAGE_DATA = fileURLToPath(new URL('../../data/en', import.meta.url))

/** Loaded late: it brings what trains the models. */
const grammarOn = async (data: string): Promise<string[]> => (await import('./train.js')).evaluateGrammar({ data, out: LANGUAGE_DATA })

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean)

/** A row for the whole corpus, and one for each type where types must agree. */
function evaluate(corpus: Corpus, path: string): (string | number)[][] {
  const totals = new Map<string, Tally>([['', emptyTally()]])
  for (const line of linesOf(path)) {
    const gold = JSON.parse(line) as Gold
    const doc = analyse(gold.text, { publishedAt: gold.published ?? gold.date ?? null })
    const aside = notAsked(gold)
    const expected = corpus.expected(gold)
    const found = corpus.found(doc).filter((span) => !aside.some((other) => overlap(span, other)))
    tally(totals.get('')!, expected, found, corpus.sameType)
    if (!corpus.sameType) continue
    for (const type of new Set([...expected, ...found].map((span) => span.type))) {
      const of = (spans: readonly Scored[]): Scored[] => spans.filter((span) => span.type === type)
      if (!totals.has(type)) totals.set(type, emptyTally())
      tally(totals.get(type)!, of(expected), of(found), true)
    }
  }
  return [...totals].map(([type, total]) => rowOf(corpus, type, total))
}

function rowOf({ file, layer }: Corpus, type: string, total: Tally): (string | number)[] {
  const percent = (value: number): string => value.toFixed(1)
  const values = layer === 'dates' || (layer === 'figures' && !file.includes('meantime')) // MEANTIME marks figures without values
  return [
    type === '' ? file : `  ${type}`,
    layer,
    total.gold,
    total.found,
    percent(f1(total.strict, total)),
    percent(f1(total.relaxed, total)),
    values ? percent(valueF1(total)) : '–',
  ]
}
