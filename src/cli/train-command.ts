import { fileURLToPath } from 'node:url'
import { Argument, type Command } from 'commander'
import type { Terminal } from './terminal.js'

const OUT = fileURLToPath(new URL('../../data/en', import.meta.url))

interface TrainOptions {
  readonly data: string
  readonly out: string
}

/** `attest train tags|lemmas|names`: learns the models of `data/en/models` from public corpora. */
export function trainCommand(program: Command, terminal: Terminal): void {
  const onProgress = (line: string): void => void terminal.err.write(line + '\n')
  program
    .command('train')
    .summary('learn the models from public corpora')
    .description(
      'Learns the models of data/en/models from public corpora; the same data give the same bytes. tags and lemmas are learned from Universal\n' +
        'Dependencies English EWT and GUM (ud-en_ewt-train.conllu, ud-en_gum-train.conllu and their -dev files), names from corpora of named\n' +
        'entities (ner-wikigold-all.jsonl and others, one sentence a line: {tokens, tags}).',
    )
    .addArgument(new Argument('<what>', 'what to learn').choices(['tags', 'lemmas', 'names']))
    .requiredOption('--data <folder>', 'folder of the corpora')
    .option('--out <folder>', 'folder of the language data', OUT)
    .action(async (what: 'tags' | 'lemmas' | 'names', options: TrainOptions) => {
      if (what === 'names') (await import('./train-names.js')).trainNamesModel({ ...options, onProgress })
      else (await import('./train.js')).train({ ...options, only: [what], onProgress })
    })
}
