import { analyse } from '../../analyse.js'
import type { LayerName } from '../../document/layers.js'
import type { Submission } from '../../ingest/submission.js'
import { wordsIn } from './corpus.js'
import { count, ratio, table } from './table.js'

interface Row {
  readonly name: string
  readonly seconds: number
}

/** Words a second of the engine, whole and by stage, and of the libraries that people use instead, on the same texts and one thread. */
export async function benchPipeline(articles: readonly Submission[]): Promise<string> {
  const texts = articles.flatMap(({ text, publishedAt }) => (text === undefined ? [] : [{ text, publishedAt: publishedAt ?? null }]))
  const some = texts.slice(0, 300)
  const words = (list: typeof texts): number => list.reduce((sum, { text }) => sum + wordsIn(text), 0)
  for (const { text, publishedAt } of texts.slice(0, 100)) analyse(text, { publishedAt }) // warm

  const stages = new Map<string, number>()
  const whole = timed(() => {
    for (const { text, publishedAt } of texts) {
      analyse(text, { publishedAt }, (stage, run) => {
        const start = performance.now()
        const layer = run()
        stages.set(stage, (stages.get(stage) ?? 0) + performance.now() - start)
        return layer
      })
    }
  })
  const total = words(texts)
  const own = [
    { name: 'whole pipeline', seconds: whole },
    ...[...stages].map(([name, ms]): Row => ({ name: `  ${name}`, seconds: ms / 1000 })),
  ]
  const rows = own.map(({ name, seconds }) => [
    name,
    count(total / seconds),
    ratio((1e6 * seconds) / total),
    `${Math.round((100 * seconds) / whole)} %`,
  ])
  const peers = (await peersOn(some)).map(({ name, seconds, does }) => {
    const theirs = words(some) / seconds
    const ours = total / (does.reduce((sum, stage) => sum + stages.get(stage)!, 0) / 1000)
    return [name, count(theirs), ratio(1e6 / theirs), `${does.join(' + ')}: ${ratio(ours / theirs)} × as fast`]
  })
  return table(
    `Engine, one thread, ${texts.length} articles, ${count(total)} words`,
    ['', 'words/s', 'µs/word', 'share, or ours beside it'],
    [...rows, ...peers],
  )
}

/** A library, and the stages that do here what it does. */
interface Peer extends Row {
  readonly does: readonly LayerName[]
}

async function peersOn(texts: readonly { readonly text: string }[]): Promise<Peer[]> {
  const [{ default: nlp }, chrono] = await Promise.all([import('compromise'), import('chrono-node')])
  const read = (text: string): void => void nlp(text).topics().out('array')
  const readDates = (text: string): void => void chrono.parse(text)
  for (const { text } of texts.slice(0, 20)) {
    read(text)
    readDates(text)
  }
  return [
    {
      name: 'compromise (tags, names)',
      seconds: timed(() => texts.forEach(({ text }) => read(text))),
      does: ['token', 'sentence', 'grammar', 'entity'],
    },
    { name: 'chrono-node (dates)', seconds: timed(() => texts.forEach(({ text }) => readDates(text))), does: ['date'] },
  ]
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}
