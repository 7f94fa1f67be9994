import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { IngestError } from '../ingest/errors.js'
import { workerEntry } from '../observability/worker-entry.js'
import type * as work from './work.js'

/** What the engine can be asked for. */
type Tasks = typeof work
export type TaskName = 'ingest' | 'pack' | 'unpack' | 'analysePacked' | 'reanalysePacked' | 'extract'

/** Why a submission cannot become an article. */
export interface Refusal {
  readonly code: IngestError['code']
  readonly detail: string
}
/** What a worker thread hands back. */
export type Answer<Value> = { readonly value: Value } | { readonly refused: Refusal }

/** Where the heavy work is done. */
export interface Engine {
  /** Raises `IngestError` where the submission is at fault. */
  run<Name extends TaskName>(name: Name, input: Parameters<Tasks[Name]>[0]): Promise<ReturnType<Tasks[Name]>>
  /** How many tasks run at the same time. */
  readonly threads: number
  /** Starts the threads before the first task asks for them. */
  start(): void
  /** Finishes what was given, then ends the threads. */
  close(): Promise<void>
}

/** An engine of worker threads; `threads` 0 takes one a processor. They start with the first task. */
export function engineOfThreads(threads = 0): Engine {
  const count = threads || availableParallelism()
  let pool: Promise<Piscina> | undefined
  const started = (): Promise<Piscina> => (pool ??= startPool(count))
  return {
    threads: count,
    start: () => void started().catch(() => undefined), // whoever asks for something hears of it
    run: async (name, input) => {
      const answer = (await (await started()).run(input, { name })) as Answer<ReturnType<Tasks[typeof name]>>
      if ('refused' in answer) throw new IngestError(answer.refused.code, answer.refused.detail)
      return answer.value
    },
    close: async () => (await pool?.catch(() => undefined))?.close(),
  }
}

/** Room for young objects in a thread, in MB: little of an article lives long. */
const YOUNG = 9

/**
 * How V8 treats the threads; the settings are the process's. As many threads analyse as there are processors, so each collects its own young garbage
 * (helpers cost 3 ms an article) and compiles what is hot, not what is warm (8 ms an article on the first 250; with a quarter of this budget
 * the compiler takes twice as long and the first 500 articles 3 % more). Heaps grow in small steps: left to double, they take 150 MB more and
 * are no faster.
 */
const V8_SETTINGS = ['--heap-growing-percent=12', '--no-parallel-scavenge', '--always-sparkplug', '--interrupt-budget=1600000']

/** The models are read once, and all threads read the same memory. */
async function startPool(count: number): Promise<Piscina> {
  for (const setting of V8_SETTINGS) setFlagsFromString(setting)
  const pool = new Piscina({
    filename: workerEntry(import.meta.url, './worker.js').href,
    workerData: await loadModels(),
    minThreads: count,
    maxThreads: count,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  for (let thread = 0; thread < count; thread++) void pool.run(undefined, { name: 'warmUp' }).catch(() => undefined)
  return pool
}

function loadModels(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(workerEntry(import.meta.url, './load-models.js'))
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the models could not be read')))
  })
}

/** The engine in this thread: for a short command, where starting a thread would take longer than the work. */
export function engineInThread(): Engine {
  return {
    threads: 1,
    start: () => undefined,
    run: async (name, input) => {
      const tasks = await import('./work.js') // loaded late: with threads, this one never needs the engine
      return (tasks[name] as unknown as (input: unknown) => ReturnType<Tasks[typeof name]>)(input)
    },
    close: async () => undefined,
  }
}
