import { fileURLToPath } from 'node:url'
import { Option, type Command } from 'commander'
import type { Trainable } from './train.js'
import type { Terminal } from './terminal.js'

const OUT = fileURLToPath(new URL('../../data/en', import.meta.url))

/** `attest train`: learns the models of `data/en/models` from public corpora. */
export function trainCommand(program: Command, terminal: Terminal): void {
  program
    .command('train')
    .summary('learn the models from public corpora')
    .description(
      'Learns the models of data/en/models from public corpora: Universal Dependencies English EWT and GUM. The same data give the same bytes.',
    )
    .requiredOption('--data <folder>', 'folder with ud-en_ewt-train.conllu, ud-en_gum-train.conllu and their -dev files')
    .option('--out <folder>', 'folder of the language data', OUT)
    .addOption(new Option('--only <what...>', 'learn these alone').choices(['tags', 'lemmas']))
    .action(async ({ data, out, only }: { data: string; out: string; only?: Trainable[] }) => {
      const { train } = await import('./train.js')
      train({ data, out, ...(only && { only }), onProgress: (line) => void terminal.err.write(line + '\n') })
    })
}
