import { readFileSync } from 'node:fs'
import { decode, type Model } from '../../learn/model.js'

const FOLDER = new URL('../../../data/en/models/', import.meta.url)
const loaded = new Map<string, Model>()

/** The committed model of a task, read once for a thread. Throws in words where the file is missing, broken or of other features. */
export function englishModel(task: string, features: number): Model {
  let model = loaded.get(task)
  if (!model) loaded.set(task, (model = decode(readFileSync(new URL(`${task}.model`, FOLDER)), task, features)))
  return model
}

/** Uses a model that another thread has read (its weights lie on shared memory) instead of the file. */
export function adoptModel(model: Model): void {
  loaded.set(model.card.task, model)
}

/** The models that this thread has read, to be handed to others. */
export const loadedModels = (): readonly Model[] => [...loaded.values()]
