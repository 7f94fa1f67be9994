import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina'
import { IngestError } from '../ingest/errors.js'
import { adoptModel } from '../lang/en/model-file.js'
import type { Model } from '../learn/model.js'
import type { Answer, Refusal } from './engine.js'
import { tidily } from '../observability/collect.js'
import * as work from './work.js'

for (const model of Piscina.workerData as readonly Model[]) adoptModel(model)

/** Every task of `work.ts` as the pool calls it; what a sender can mend comes back as a value, since errors lose their code on the way. */
export const ingest = answering(work.ingest, ({ page }) => (page ? [page] : []))
export const pack = answering(work.pack, ({ body }) => [body])
export const unpack = answering(work.unpack, ({ page }) => (page ? [page] : []))
export const analysePacked = answering(work.analysePacked, ({ annotations, rows, bodies }) => [annotations, rows, bodies])
export const reanalysePacked = answering(work.reanalysePacked, ({ annotations, rows, bodies }) => [annotations, rows, bodies])
export const extract = answering(work.extract, () => [])
export const warmUp = answering(work.warmUp, () => [])

/** The task, with its large buffers handed over instead of copied. */
function answering<Input, Output>(task: (input: Input) => Output, buffers: (output: Output) => readonly Uint8Array[]) {
  return (input: Input): Answer<Output> => {
    try {
      const value = tidily(() => task(input))
      return handOver({ value }, buffers(value))
    } catch (error) {
      if (error instanceof IngestError) return { refused: { code: error.code, detail: error.message } satisfies Refusal }
      throw error
    }
  }
}

function handOver<Value>(value: Value, buffers: readonly Uint8Array[]): Value {
  if (buffers.length === 0) return value
  const transferred = buffers.map((bytes) => bytes.buffer)
  return move({ [transferableSymbol]: transferred, [valueSymbol]: value } as never) as Value
}
