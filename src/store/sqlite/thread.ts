/** Entry of a store thread: one connection, calls in, results out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { tidily } from '../../observability/collect.js'
import { openToRead, openToWrite } from './connection.js'
import { createCore } from './core.js'
import { gather } from './gather.js'
import { refusalOf, type Call, type Reply, type ThreadSettings } from './thread-messages.js'
import { inGroups } from './groups.js'
import { createLogKeeper } from './log.js'

const { path, mode } = workerData as ThreadSettings
const port = parentPort!
const connection = mode === 'write' ? openToWrite(path) : openToRead(path)
const core = createCore(connection)
const log = mode === 'write' ? createLogKeeper(connection) : undefined

port.on(
  'message',
  gather((calls) => {
    tidily(() => {
      for (const reply of inGroups(connection, calls, answer)) port.postMessage(reply)
    })
    if (calls.some(({ method }) => method === 'close')) {
      log?.stop()
      port.close()
    } else log?.look()
  }),
)

function answer({ call, method, args }: Call): Reply {
  try {
    return { call, value: (core[method] as (...args: readonly unknown[]) => unknown)(...args) }
  } catch (error) {
    return { call, error: refusalOf(error) }
  }
}
