/** `npm run soak`: everything at once for minutes, and how slow reads were, how large the log grew, and what memory is left. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBuilt } from '../crash/server.js'
import { articlesFrom } from './articles.js'
import { Traffic } from './traffic.js'

const MIB = 1024 ** 2
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    corpus: { type: 'string' },
    /** Articles that are there before, so that reads have something to read. */
    before: { type: 'string', default: '300' },
    /** Seconds without traffic before memory is read. */
    rest: { type: 'string', default: '30' },
  },
})
const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

const folder = mkdtempSync(join(tmpdir(), 'attest-soak-'))
const database = join(folder, 'soak.db')
const server = await startBuilt(database)
const log = (): number => (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) / MIB
const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))?.[1]) / 1024

try {
  const traffic = new Traffic(server.url, articlesFrom(values.corpus))
  await traffic.fill(Number(values.before))
  await traffic.run(10)
  await wait(Number(values.rest))
  const before = memory()
  traffic.forget()
  let largest = 0
  const watch = setInterval(() => (largest = Math.max(largest, log())), 50)
  const tell = setInterval(() => console.log(`${traffic.told()}; log ${log().toFixed(0)} MiB, memory ${memory().toFixed(0)} MiB`), 10_000)
  await traffic.run(60 * Number(values.minutes))
  clearInterval(watch)
  clearInterval(tell)
  await wait(Number(values.rest))
  const after = memory()
  console.log(traffic.told())
  console.log(`largest log ${largest.toFixed(1)} MiB; memory at rest ${before.toFixed(0)} MiB before, ${after.toFixed(0)} MiB after`)
  const faults = [
    traffic.slowest > 5000 && `a read took ${traffic.slowest.toFixed(0)} ms`,
    traffic.failed > 0 && `${traffic.failed} requests failed`,
    largest > 64 && `the log grew to ${largest.toFixed(1)} MiB`,
    after > 1.2 * before && `memory is ${((100 * after) / before - 100).toFixed(0)} % above what it was`,
  ].filter((fault) => fault !== false)
  for (const fault of faults) console.log(`FAULT: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  const code = await server.kill('SIGTERM')
  if (code !== 0) console.log(`FAULT: SIGTERM ended with ${code}`)
  rmSync(folder, { recursive: true, force: true })
}
