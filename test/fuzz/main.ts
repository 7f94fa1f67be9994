import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBuilt } from '../crash/server.js'
import { fuzz } from './run.js'

/** `npm run fuzz -- --requests 100000 --seed 7`: random requests to the built service, over its OpenAPI document. */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '5000' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'attest-fuzz-'))
const server = await startBuilt(join(folder, 'fuzz.db'))
try {
  const [requests, seed, patience] = [Number(values.requests), Number(values.seed), Number(values.patience)]
  const startedAt = performance.now()
  const report = await fuzz({ url: server.url, pid: server.process.pid!, requests, seed, patience })
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`seed ${seed}, ${requests} requests in ${seconds} s`)
  console.log('answers by status:', report.statuses)
  console.log('slowest:')
  for (const { ms, request } of report.slowest) console.log(`  ${ms} ms  ${request}`)
  console.log(`most memory in each tenth, MB: ${report.memory.join(' ')}`)
  for (const fault of report.faults) console.log(`FAULT ${fault}`)
  if (report.faults.length > 0) process.exitCode = 1
} finally {
  await server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
