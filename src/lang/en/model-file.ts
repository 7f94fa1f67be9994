import { readFileSync } from 'node:fs'
import { decodeNetwork, decodeSparse, type Model, type NetworkModel, type SparseModel } from '../../learn/model.js'

const FOLDER = new URL('../../../data/en/models/', import.meta.url)
const loaded = new Map<string, Model>()

/** Reads a model with a decoder of `learn/model.ts`, once for a thread. Throws in words where the file is missing, broken or of other features. */
function once<M extends Model>(task: string, features: number, read: (bytes: Uint8Array, task: string, features: number) => M): M {
  let model = loaded.get(task)
  if (!model) loaded.set(task, (model = read(readFileSync(new URL(`${task}.model`, FOLDER)), task, features)))
  return model as M
}

/** The committed model of a task: a network, or a sparse table. */
export const englishNetwork = (task: string, features: number): NetworkModel => once(task, features, decodeNetwork)
export const englishSparseTable = (task: string, features: number): SparseModel => once(task, features, decodeSparse)

/** Uses a model that another thread has read (its weights lie on shared memory) instead of the file. */
export function adoptModel(model: Model): void {
  loaded.set(model.card.task, model)
}

/** The models that this thread has read, to be handed to others. */
export const loadedModels = (): readonly Model[] => [...loaded.values()]
