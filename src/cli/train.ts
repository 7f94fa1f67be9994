import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeNetwork, decodeSparse, encodeNetwork, encodeSparse, type NetworkModel, type SparseModel } from '../learn/model.js'
import { PARSE_FEATURES } from '../text/parse-features.js'
import { TAG_FEATURES } from '../text/tag-roles.js'
import { Tagger } from '../text/tagger.js'
import { readConllu, type Tree } from '../text/training/conllu.js'
import { learnLemmas } from '../text/training/learn-lemmas.js'
import { scoreRaw } from '../text/training/score-raw.js'
import { scoreParse, trainParse, type TaggedTrees } from '../text/training/train-parse.js'
import { crossTags, findTags, scoreTags, trainTags } from '../text/training/train-tags.js'

/** What is learned from treebanks, in the order in which it must be. */
export const TRAINABLE = ['lemmas', 'tags', 'parse'] as const
export type Trainable = (typeof TRAINABLE)[number]

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

/** Trains lemmas, tags and parse from treebanks and writes them. The same data give the same bytes. */
export function train({ data, out, only = TRAINABLE, onProgress = () => {} }: TrainOptions): void {
  const sources = TREEBANKS.map((name) => readFileSync(join(data, `ud-${name}-train.conllu`), 'utf8'))
  const trees = sources.flatMap(readConllu)
  const hash = createHash('sha256')
  for (const source of sources) hash.update(source)
  const card = { data: hash.digest('hex'), licence: LICENCE }
  const dev = TREEBANKS.map((name) => ({ name, trees: readConllu(readFileSync(join(data, `ud-${name}-dev.conllu`), 'utf8')) }))
  const models = new Folder(join(out, 'models'), onProgress)

  if (only.includes('lemmas')) {
    const rows = learnLemmas(trees)
    writeFileSync(join(out, 'lemmas.tsv'), LEMMA_HEADER + rows.map((row) => row.join('\t') + '\n').join(''))
    onProgress(`lemmas: ${rows.length} exceptions`)
  }
  if (only.includes('tags')) {
    const { tags, lexicon } = trainTags(trees, card, (round, right) =>
      onProgress(`tags: round ${round}, ${percent(right)} % right in training`),
    )
    const tagger = new Tagger(tags, lexicon)
    models.write(lexicon, {})
    models.write(
      tags,
      scoresOf(dev, (some) => scoreTags(tagger, some)),
    )
  }
  if (only.includes('parse')) {
    const tagger = models.readTagger()
    onProgress('parse: tagging the training data with taggers that have not seen it')
    const crossed: TaggedTrees = { trees, tags: crossTags(trees, tagger.labels) }
    const parse = trainParse(crossed, card, (round, right) =>
      onProgress(`parse: round ${round}, ${percent(right)} % of moves right in training`),
    )
    const scores = {
      ...scoresOf(dev, (some) => scoreParse(parse, { trees: some, tags: findTags(tagger, some) })),
      ...scoresOf(dev, (some) => scoreRaw(tagger, parse, some), 'raw '),
    }
    models.write(parse, scores)
  }
}

/** What the committed tags and parse score on dev treebanks, as lines. */
export function evaluateGrammar({ data, out }: Pick<TrainOptions, 'data' | 'out'>): string[] {
  const models = new Folder(join(out, 'models'), () => {})
  const tagger = models.readTagger()
  const parse = models.readNetwork('parse', PARSE_FEATURES)
  return TREEBANKS.flatMap((name) => {
    const trees = readConllu(readFileSync(join(data, `ud-${name}-dev.conllu`), 'utf8'))
    const gold = { ...scoreTags(tagger, trees), ...scoreParse(parse, { trees, tags: findTags(tagger, trees) }) }
    const line = (what: string, scores: object): string =>
      `${name}-dev, ${what}: ` +
      Object.entries(scores)
        .map(([measure, share]) => `${measure} ${percent(share as number)}`)
        .join(', ')
    return [line('gold tokens', gold), line('running text', scoreRaw(tagger, parse, trees))]
  })
}

const LEMMA_HEADER = `# Lemmas that the rules of lang/en/lemmas.ts get wrong. Columns: Penn tag, form (lower case), lemma.
# Source: UD English EWT and GUM (permissive genres), training parts, by "attest train". Licence: CC BY-SA 4.0
`

const percent = (share: number): number => Math.round(share * 10000) / 100

type Dev = readonly { readonly name: string; readonly trees: Tree[] }[]

function scoresOf(dev: Dev, score: (trees: Tree[]) => object, prefix = ''): Record<string, number> {
  const rows = dev.flatMap(({ name, trees }) =>
    Object.entries(score(trees)).map(([measure, share]) => [`${name}-dev ${prefix}${measure}`, percent(share as number)]),
  )
  return Object.fromEntries(rows) as Record<string, number>
}

/** The folder of model files. */
class Folder {
  constructor(
    private readonly path: string,
    private readonly onProgress: (line: string) => void,
  ) {
    mkdirSync(path, { recursive: true })
  }

  readTagger(): Tagger {
    const lexicon = decodeSparse(readFileSync(join(this.path, 'lexicon.model')), 'lexicon', TAG_FEATURES)
    return new Tagger(this.readNetwork('tags', TAG_FEATURES), lexicon)
  }

  readNetwork(task: string, features: number): NetworkModel {
    return decodeNetwork(readFileSync(join(this.path, `${task}.model`)), task, features)
  }

  write(model: SparseModel | NetworkModel, scores: Record<string, number>): void {
    const card = { ...model.card, scores }
    const bytes = 'network' in model ? encodeNetwork({ ...model, card }) : encodeSparse({ ...model, card })
    writeFileSync(join(this.path, `${model.card.task}.model`), bytes)
    this.onProgress(`${model.card.task}: ${bytes.length} bytes, ${JSON.stringify(scores)}`)
  }
}
