import { MultiBar, Presets, type SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.js'

/** How long work is coming along. */
export interface ProgressLine {
  /** `done` of `total`, in the same unit; `count` things so far. */
  step(done: number, total: number, count: number): void
  /** A line of the result: it stays above the bar. */
  line(text: string): void
  end(): void
}

/** A bar with rate and time left on a terminal; in a file or pipe, the lines of the result alone and a line each tenth of the way. */
export function progressLine(terminal: Terminal, unit: string): ProgressLine {
  return terminal.err.isTTY ? bar(terminal, unit) : plain(terminal, unit)
}

function bar({ out, err }: Terminal, unit: string): ProgressLine {
  const format = `{bar} {percentage}%  {count} ${unit}  {rate}/s  {eta_formatted} left`
  const bars = new MultiBar({ format, stream: err, clearOnComplete: true, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  const started = performance.now()
  let single: SingleBar | undefined
  return {
    step: (done, total, count) => {
      single ??= bars.create(total, 0, { count: 0, rate: 0 })
      single.setTotal(total)
      single.update(done, { count, rate: perSecond(count, started) })
    },
    line: (text) => {
      if (out.isTTY && single) bars.log(text + '\n')
      else out.write(text + '\n')
    },
    end: () => bars.stop(),
  }
}

function plain({ out, err }: Terminal, unit: string): ProgressLine {
  const started = performance.now()
  let tenth = 0
  return {
    step: (done, total, count) => {
      const reached = Math.floor((done / total) * 10)
      if (!(reached > tenth)) return
      tenth = reached
      err.write(`${reached * 10}%  ${count} ${unit}  ${perSecond(count, started)}/s\n`)
    },
    line: (text) => void out.write(text + '\n'),
    end: () => undefined,
  }
}

const perSecond = (count: number, started: number): string => {
  const rate = count / Math.max(0.001, (performance.now() - started) / 1000)
  return rate.toFixed(rate < 10 ? 1 : 0)
}
