import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBuilt, type TestServer } from '../crash/server.js'
import { createRandom } from './random.js'
import { makeRequest } from './requests.js'
import { fuzz } from './run.js'

const SEED = 20_261_130
const folder = mkdtempSync(join(tmpdir(), 'attest-fuzz-'))
let server: TestServer
beforeAll(async () => {
  server = await startBuilt(join(folder, 'fuzz.db'))
})
afterAll(async () => {
  await server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('20,000 random requests, some of them as bytes, meet no fault of the service', { timeout: 1_200_000 }, async () => {
  // A machine with other work on it may take its time; `npm run fuzz` asks for five seconds.
  const report = await fuzz({ url: server.url, pid: server.process.pid!, requests: 20_000, seed: SEED, patience: 120_000 })
  expect(report.faults).toEqual([])
  // It found things, was refused things, and came through as bytes: else nothing was tried.
  for (const status of [200, 201, 204, 304, 400, 404, 405, 406, 415, 417, 431])
    expect(report.statuses[status], String(status)).toBeGreaterThan(0)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('a request can be made again from its seed and number', () => {
  const known = { art: ['art_1'], fct: ['fct_1'], ent: ['ent_1'], job: ['job_1'], doomed: ['art_2'] }
  const made = Array.from({ length: 50 }, (_, n) => makeRequest(known, createRandom(SEED, n)))
  expect(Array.from({ length: 50 }, (_, n) => makeRequest(known, createRandom(SEED, n)))).toEqual(made)
  expect(new Set(made.map((one) => JSON.stringify(one))).size).toBeGreaterThan(40)
})
