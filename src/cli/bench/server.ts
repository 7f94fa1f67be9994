import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'node:net'

/** A built server in a process of its own. */
export interface BenchServer {
  readonly url: string
  readonly startSeconds: number
  /** Most resident memory so far, in MB; NaN where the system does not say. */
  peakMemory(): number
  /** Processor time of all its threads so far; NaN where the system does not say. */
  processorSeconds(): number
  stop(): Promise<void>
}

const MAIN = fileURLToPath(new URL('../../main.js', import.meta.url))

/** Starts the built service on a free port over a database file, and waits until it is ready. */
export async function startServer(database: string, env: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `sqlite:${database}`,
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await ready(url, child)
  return {
    url,
    startSeconds: (performance.now() - started) / 1000,
    peakMemory: () => peakOf(child),
    processorSeconds: () => processorOf(child),
    stop: () => ended(child),
  }
}

/** Starts a script of this folder, which prints its port when it listens. */
export async function startScript(script: URL, input: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(script)], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
    child.once('exit', (code) => reject(new Error(`${script.pathname} ended with ${code}`)))
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => ended(child) }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the server was not ready after 20 s')
}

function peakOf(child: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return NaN
  }
}

/** Of `/proc/<pid>/stat`: user and system time, in hundredths of a second. */
function processorOf(child: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return NaN
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
