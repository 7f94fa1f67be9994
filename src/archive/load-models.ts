/** Entry of a thread that reads the models, hands them over on shared memory and ends: what reading them takes ends with it. */
import { parentPort } from 'node:worker_threads'
import { loadedModels } from '../lang/en/model-file.js'
import { warmUp } from './work.js'

warmUp()
parentPort!.postMessage(loadedModels())
