import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode, type Model } from '../learn/model.js'
import { readConllu, type Tree } from '../text/training/conllu.js'
import { learnLemmas } from '../text/training/learn-lemmas.js'
import { scoreTags, trainTags } from '../text/training/train-tags.js'

/** What is learned from treebanks. */
export type Trainable = 'tags' | 'lemmas'

export interface TrainOptions {
  /** Folder with `ud-en_ewt-train.conllu`, `ud-en_gum-train.conllu` and their `-dev` files. */
  readonly data: string
  /** The folder `data/en`. */
  readonly out: string
  readonly only?: readonly Trainable[]
  readonly onProgress?: (line: string) => void
}

const TREEBANKS = ['en_ewt', 'en_gum']
const LICENCE = 'CC BY-SA 4.0 (UD English EWT), CC BY 4.0 (permissive genres of UD English GUM)'

/** Trains tags and lemmas from treebanks and writes them. The same data give the same bytes. */
export function train({ data, out, only = ['tags', 'lemmas'], onProgress = () => {} }: TrainOptions): void {
  const sources = TREEBANKS.map((name) => readFileSync(join(data, `ud-${name}-train.conllu`), 'utf8'))
  const trees = sources.flatMap(readConllu)
  const hash = createHash('sha256')
  for (const source of sources) hash.update(source)
  const card = { data: hash.digest('hex'), licence: LICENCE }
  const dev = TREEBANKS.map((name) => ({ name, trees: readConllu(readFileSync(join(data, `ud-${name}-dev.conllu`), 'utf8')) }))
  mkdirSync(join(out, 'models'), { recursive: true })
  if (only.includes('tags')) {
    const model = trainTags(trees, card, (round, right) => onProgress(`tags: round ${round}, ${percent(right)} % right in training`))
    write(out, scored(model, dev, scoreTags), onProgress)
  }
  if (only.includes('lemmas')) {
    const rows = learnLemmas(trees)
    writeFileSync(join(out, 'lemmas.tsv'), lemmaHeader + rows.map((row) => row.join('\t') + '\n').join(''))
    onProgress(`lemmas: ${rows.length} exceptions`)
  }
}

const lemmaHeader = `# Lemmas that the rules of lang/en/lemmas.ts get wrong. Columns: Penn tag, form (lower case), lemma.
# Source: UD English EWT and GUM (permissive genres), training parts, by "attest train". Licence: CC BY-SA 4.0
`

function scored(model: Model, dev: readonly { name: string; trees: Tree[] }[], score: (model: Model, trees: Tree[]) => object): Model {
  const scores = dev.flatMap(({ name, trees }) =>
    Object.entries(score(model, trees)).map(([measure, share]) => [`${name}-dev ${measure}`, percent(share as number)]),
  )
  return { ...model, card: { ...model.card, scores: Object.fromEntries(scores) as Record<string, number> } }
}

const percent = (share: number): number => Math.round(share * 10000) / 100

function write(out: string, model: Model, onProgress: (line: string) => void): void {
  const bytes = encode(model)
  writeFileSync(join(out, 'models', `${model.card.task}.model`), bytes)
  onProgress(`${model.card.task}: ${bytes.length} bytes, ${JSON.stringify(model.card.scores)}`)
}
