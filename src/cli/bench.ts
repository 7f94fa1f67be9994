import type { Command } from 'commander'
import { benchHostile } from './bench/hostile.js'
import { benchPipeline } from './bench/pipeline.js'
import { benchService } from './bench/service.js'
import { readCorpus } from './bench/corpus.js'
import { withExamples } from './help.js'
import { machine } from './bench/table.js'

interface Options {
  readonly corpus?: string
  readonly articles: string
  readonly seconds: string
  readonly facts: string
  readonly only?: string
}

/** `attest bench`: speed of engine and service in one run, beside what people use instead. Needs the development dependencies. */
export function benchCommand(program: Command): void {
  const command = program
    .command('bench')
    .description('measure engine and service; needs the development dependencies')
    .option('--corpus <file>', 'NDJSON file of articles; without it, the samples', '../shared/bench/articles-2000.jsonl')
    .option('--articles <n>', 'how many of them to use at most', '2000')
    .option('--seconds <n>', 'how long each route is measured', '5')
    .option('--facts <n>', 'how many facts the largest database has', '100000')
    .option('--only <part>', 'pipeline, service or hostile')
    .action(async (options: Options) => {
      const { name, articles } = readCorpus(options.corpus, Number(options.articles))
      const say = (line: string): void => void process.stderr.write(`… ${line}\n`)
      const wanted = (part: string): boolean => options.only === undefined || options.only === part
      console.log(`${machine()}; ${articles.length} articles of ${name}`)
      if (wanted('pipeline')) console.log(await benchPipeline(articles))
      if (wanted('service'))
        for (const part of await benchService(articles, Number(options.seconds), Number(options.facts), say)) console.log(part)
      if (wanted('hostile')) console.log(benchHostile(say))
    })
  withExamples(command, { 'attest bench --only pipeline --articles 200': 'the engine alone, on 200 articles' })
}
