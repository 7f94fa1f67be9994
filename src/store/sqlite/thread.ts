/** Entry of a store thread: one connection, calls in, results out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { BadCursor } from '../port.js'
import { openToRead, openToWrite } from './connection.js'
import { createCore } from './core.js'
import type { Call, Reply, ThreadSettings } from './thread-messages.js'

const { path, mode } = workerData as ThreadSettings
const port = parentPort!
const core = createCore(mode === 'write' ? openToWrite(path) : openToRead(path))

port.on('message', ({ call, method, args }: Call) => {
  let reply: Reply
  try {
    reply = { call, value: (core[method] as (...args: readonly unknown[]) => unknown)(...args) }
  } catch (error) {
    reply = { call, error: { message: error instanceof Error ? error.message : String(error), badCursor: error instanceof BadCursor } }
  }
  port.postMessage(reply)
  if (method === 'close') port.close()
})
