import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { analyse } from '../analyse.js'
import { overlap } from '../document/span.js'
import { table } from './bench/table.js'
import { CORPORA, notAsked, type Corpus, type Gold } from './evaluate/corpora.js'
import { emptyTally, f1, tally, valueF1 } from './evaluate/score.js'
import { Failure } from './failure.js'

/** `attest evaluate`: the layers against annotated corpora, in a folder of gold files. */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('score the engine against annotated corpora (NDJSON with gold spans; see README)')
    .option('--data <folder>', 'where the gold files are', '../shared/bench')
    .action(({ data }: { readonly data: string }) => {
      const there = CORPORA.filter(({ file }) => existsSync(join(data, file)))
      if (there.length === 0) throw new Failure(`${data} has none of ${CORPORA.map(({ file }) => file).join(', ')}`, 1)
      const rows = there.map((corpus) => evaluate(corpus, join(data, corpus.file)))
      console.log(table('F1 in percent', ['corpus', 'layer', 'gold', 'found', 'strict', 'relaxed', 'value'], rows))
    })
}

function evaluate(corpus: Corpus, path: string): (string | number)[] {
  const total = emptyTally()
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const gold = JSON.parse(line) as Gold
    const doc = analyse(gold.text, { publishedAt: gold.published ?? gold.date ?? null })
    const aside = notAsked(gold)
    const found = corpus.found(doc).filter((span) => !aside.some((other) => overlap(span, other)))
    tally(total, corpus.expected(gold), found, corpus.sameType)
  }
  const percent = (value: number): string => value.toFixed(1)
  const values = corpus.layer === 'dates' || (corpus.layer === 'figures' && !corpus.file.includes('meantime')) // MEANTIME marks figures without values
  return [
    corpus.file,
    corpus.layer,
    total.gold,
    total.found,
    percent(f1(total.strict, total)),
    percent(f1(total.relaxed, total)),
    values ? percent(valueF1(total)) : '–',
  ]
}
