import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Argument, type Command } from 'commander'
import { withExamples } from './help.js'
import type { Terminal } from './terminal.js'

const OUT = fileURLToPath(new URL('../../data/en', import.meta.url))

const GRAMMAR = ['lemmas', 'tags', 'parse'] as const
const MODELS = [...GRAMMAR, 'names'] as const

/** Not among what is learned unless they are named: other lists of places and other classes make all models other ones. */
const BASES = ['gazetteers', 'classes', 'dictionary'] as const

type Learnable = (typeof BASES)[number] | (typeof MODELS)[number]

interface TrainOptions {
  readonly data: string
  readonly out: string
}

/** `attest train [model…]`: learns the models of `data/en/models` from public corpora. */
export function trainCommand(program: Command, terminal: Terminal): void {
  const onProgress = (line: string): void => void terminal.err.write(line + '\n')
  const command = program
    .command('train')
    .summary('learn the models from public corpora')
    .description(
      'Learns the models of data/en/models from public corpora, and, when asked for them, makes what all models build on: lists of places and\n' +
        'peoples (gazetteers), classes of words, and a dictionary of their kinds; the same data give the same bytes. In the folder of the corpora,\n' +
        'ud/ holds Universal Dependencies English EWT and GUM (ud-en_ewt-train.conllu, ud-en_gum-train.conllu and their -dev files), ner/ holds\n' +
        'corpora of named entities (ner-wikigold-all.jsonl and others, one sentence a line: {tokens, tags}).',
    )
    .addArgument(new Argument('[models...]', 'what to learn; all models if omitted').choices([...BASES, ...MODELS]))
    .requiredOption('--data <folder>', 'folder of the corpora')
    .option('--out <folder>', 'folder of the language data', OUT)
    .action(async (models: readonly Learnable[], { data, out }: TrainOptions) => {
      const wanted: readonly Learnable[] = models.length ? models : MODELS
      const grammar = GRAMMAR.filter((model) => wanted.includes(model))
      if (wanted.includes('gazetteers')) (await import('./train-gazetteers.js')).trainGazetteers({ out, onProgress })
      if (wanted.includes('classes')) (await import('./train-classes.js')).trainClasses({ out, onProgress })
      if (wanted.includes('dictionary')) (await import('./train-dictionary.js')).trainDictionary({ out, onProgress })
      if (grammar.length) (await import('./train.js')).train({ data: join(data, 'ud'), out, only: grammar, onProgress })
      if (wanted.includes('names')) (await import('./train-names.js')).trainNamesModel({ data: join(data, 'ner'), out, onProgress })
    })
  withExamples(command, { 'attest train tags parse --data corpora': 'the models of tags and of the parse alone' })
}
