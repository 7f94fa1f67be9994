import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Argument, type Command } from 'commander'
import type { Terminal } from './terminal.js'

const OUT = fileURLToPath(new URL('../../data/en', import.meta.url))

const MODELS = ['lemmas', 'tags', 'parse', 'names'] as const
type Model = (typeof MODELS)[number]

/** Not among what is learned unless it is named: other classes make all models other ones. */
const CLASSES = 'classes'

interface TrainOptions {
  readonly data: string
  readonly out: string
}

/** `attest train [model…]`: learns the models of `data/en/models` from public corpora. */
export function trainCommand(program: Command, terminal: Terminal): void {
  const onProgress = (line: string): void => void terminal.err.write(line + '\n')
  program
    .command('train')
    .summary('learn the models from public corpora')
    .description(
      'Learns the models of data/en/models from public corpora, and, when asked for them, the classes of words that all models build on; the same\n' +
        'data give the same bytes. In the folder of the corpora, ud/ holds Universal Dependencies English EWT and GUM (ud-en_ewt-train.conllu,\n' +
        'ud-en_gum-train.conllu and their -dev files), ner/ holds corpora of named entities (ner-wikigold-all.jsonl and others, one sentence a\n' +
        'line: {tokens, tags}).',
    )
    .addArgument(new Argument('[models...]', 'what to learn; all models without it').choices([CLASSES, ...MODELS]))
    .requiredOption('--data <folder>', 'folder of the corpora')
    .option('--out <folder>', 'folder of the language data', OUT)
    .action(async (models: readonly (Model | typeof CLASSES)[], { data, out }: TrainOptions) => {
      const wanted = models.length ? models : MODELS
      const grammar = wanted.filter((model) => model !== 'names' && model !== CLASSES)
      if (models.includes(CLASSES)) (await import('./train-classes.js')).trainClasses({ out, onProgress })
      if (grammar.length) (await import('./train.js')).train({ data: join(data, 'ud'), out, only: grammar, onProgress })
      if (wanted.includes('names')) (await import('./train-names.js')).trainNamesModel({ data: join(data, 'ner'), out, onProgress })
    })
}
