import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** A built server in a process of its own, which a test may kill. */
export interface TestServer {
  readonly url: string
  readonly process: ChildProcess
  kill(signal: NodeJS.Signals): Promise<number | null>
}

const MAIN = join(import.meta.dirname, '../../dist/main.js')

/** Starts the built service over a database file on a free port, and waits until it says where it listens. */
export async function startBuilt(database: string, env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `sqlite:${database}`, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString()
      const address = /listens on (http:\S+?),/.exec(said)?.[1]
      if (address) resolve(address)
    })
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    url,
    process: child,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
