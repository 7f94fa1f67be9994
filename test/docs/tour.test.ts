import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBuilt, type TestServer } from '../crash/server.js'
import { samples } from '../http/service.js'
import { tour } from './readme.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
let folder: string
let server: TestServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-tour-'))
  server = await startBuilt(join(folder, 'tour.db'))
  for (const sample of samples()) {
    const answer = await fetch(`${server.url}/v1/articles`, {
      method: 'POST',
      body: JSON.stringify(sample),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(201)
  }
}, 120_000)
afterAll(async () => {
  await server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** Whether `shown` is what `real` says with fields left out; of a list, the first items. */
function shows(real: unknown, shown: unknown, path = ''): void {
  if (Array.isArray(shown)) return shown.forEach((item, i) => shows((real as unknown[])[i], item, `${path}/${i}`))
  if (typeof shown === 'object' && shown !== null) {
    for (const [key, value] of Object.entries(shown)) shows((real as Record<string, unknown>)[key], value, `${path}/${key}`)
    return
  }
  expect(real, path).toEqual(shown)
}

test('the tour has commands with answers', () => {
  expect(tour().filter(({ answer }) => answer !== null).length).toBeGreaterThanOrEqual(5)
})

test.each(tour().map((step) => [step.command, step] as const))('%s', { timeout: 60_000 }, async (_, { command, language, answer }) => {
  const { stdout } = await run('bash', ['-c', command.replaceAll('localhost:3000', new URL(server.url).host)], { cwd: root })
  if (answer === null) return
  if (language === 'json') shows(JSON.parse(stdout), JSON.parse(answer))
  else for (const line of answer.trim().split('\n')) expect(stdout).toContain(line.trim())
})
