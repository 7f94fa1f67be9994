import { analyse } from '../../analyse.js'
import { ratio, table } from './table.js'

/** Texts that break what is not linear: each repeats its piece. */
export const HOSTILE: Readonly<Record<string, string>> = {
  digits: '7',
  commas: ',',
  'number words': 'one hundred ',
  'no full stop': 'the man who saw the dog that bit ',
  brackets: '([{',
  'quotation marks': '“" \'',
  capitals: 'Kim Jong ',
  dates: 'on Monday 3 May 2019 ',
  'on on on': 'on ',
  'said said': 'he said that ',
  'lone surrogates': '\ud83d\ude00\ud83d ',
  'combining marks': 'e\u0301\u0301\u0301',
  'line breaks': 'a\n\n',
  hyphens: 'a-',
  dollars: '$1m to ',
}

const TEXT_SIZES = [0.25, 0.5, 1, 2, 4]

/** Times that all sizes are read one after the other; of each the shortest counts, for the machine has other things to do now and then. */
const PASSES = 3

/** Processor time for each size of each hostile kind; the last column is the worst growth for double the text. */
export function benchHostile(onProgress: (kind: string) => void): string {
  const rows = Object.entries(HOSTILE).map(([kind, piece]) => {
    onProgress(kind)
    analyse(piece.repeat(Math.ceil((64 * 1024) / piece.length)), {})
    const texts = TEXT_SIZES.map((size) => piece.repeat(Math.ceil((size * 2 ** 20) / piece.length)))
    const passes = Array.from({ length: PASSES }, () => texts.map((text) => timed(() => analyse(text, { publishedAt: '2019-04-24' }))))
    const seconds = TEXT_SIZES.map((_, i) => Math.min(...passes.map((times) => times[i]!)))
    const growth = Math.max(...seconds.slice(1).map((time, i) => time / seconds[i]!))
    return [kind, ...seconds.map((time) => ratio(time)), ratio(growth)]
  })
  return table(
    'Hostile input, seconds of processor time for so many MB',
    ['', ...TEXT_SIZES.map((size) => `${size}`), 'worst doubling'],
    rows,
  )
}

/** Processor time of all threads in seconds: what else the machine does is not counted. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
