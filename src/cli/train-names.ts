import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lessons, type Lesson, type Tagged } from '../extract/entities/training/corpus.js'
import { trainNames } from '../extract/entities/training/train-names.js'
import { varied } from '../extract/entities/training/vary.js'
import { random } from '../learn/hash.js'
import { encodeSparse } from '../learn/model.js'

export interface TrainNamesOptions {
  /** Folder with `ner-wikigold-all.jsonl` and the other corpora: one sentence a line, `{tokens, tags}` in BIO. */
  readonly data: string
  /** The folder `data/en`. */
  readonly out: string
  /** Scores of the last measurement, for the card. */
  readonly scores?: Readonly<Record<string, number>>
  readonly onProgress?: (line: string) => void
}

/** The corpora, and whether they mark names other than of people, organisations and places. */
const CORPORA: readonly (readonly [name: string, hasMisc: boolean])[] = [
  ['wikigold-all', true],
  ['gum_permissive-train', true],
  ['gum_permissive-dev', true],
  ['gum_permissive-test', true],
  ['crossner_politics-train', true],
  ['crossner_politics-dev', true],
  ['crossner_politics-test', true],
  ['uner_ewt-dev', false],
  ['uner_pud-test', false],
  ['wnut17-train', true],
  ['btc-a', false],
  ['btc-b', false],
  ['btc-e', false],
  ['btc-f', false],
  ['btc-g', false],
]

const LICENCE =
  'CC BY 4.0 (WikiGold, GUM permissive genres, WNUT17, Broad Twitter Corpus), CC BY-SA 4.0 (Universal NER: EWT dev, PUD), MIT (CrossNER politics)'

/** Trains the model of names and writes it. The same data give the same bytes. */
export function trainNamesModel({ data, out, scores = {}, onProgress = () => {} }: TrainNamesOptions): void {
  const hash = createHash('sha256')
  const all: Lesson[] = []
  const next = random(2)
  for (const [name, hasMisc] of CORPORA) {
    const source = readFileSync(join(data, `ner-${name}.jsonl`), 'utf8')
    hash.update(source)
    const sentences = source
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Tagged)
    all.push(...lessons(sentences, hasMisc))
    if (!name.startsWith('btc')) all.push(...lessons(varied(sentences, next), hasMisc))
  }
  const card = { data: hash.digest('hex'), licence: LICENCE, scores }
  const model = trainNames(all, card, (round, errors) => onProgress(`names: round ${round}, ${errors} stretches wrong`))
  const bytes = encodeSparse(model)
  mkdirSync(join(out, 'models'), { recursive: true })
  writeFileSync(join(out, 'models', 'names.model'), bytes)
  onProgress(`names: ${bytes.length} bytes`)
}
