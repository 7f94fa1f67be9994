import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

// The built service as it is deployed: configured by environment alone.
const MAIN = join(import.meta.dirname, '../../dist/main.js')
const folder = mkdtempSync(join(tmpdir(), 'attest-main-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly exit: Promise<number | null>
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATABASE_URL: `sqlite:${join(folder, 'a.db')}`, PORT: '0', ...env },
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  child.stdout.resume()
  return { child, said: () => said, exit: new Promise((resolve) => child.on('exit', resolve)) }
}

async function addressOf(run: Run): Promise<string> {
  for (;;) {
    const address = /listens on (http:\S+?),/.exec(run.said())?.[1]
    if (address) return address
    if (run.child.exitCode !== null) throw new Error(run.said())
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

test('a bad setting stops the start with a sentence that names it', async () => {
  const run = start({ PORT: 'http' })
  expect(await run.exit).toBe(2)
  expect(run.said()).toBe('attest: PORT must be a whole number.\n')
})

test('an address that others reach is refused without a key', async () => {
  const run = start({ HOST: '0.0.0.0' })
  expect(await run.exit).toBe(2)
  expect(run.said()).toMatch(/^attest: HOST is 0\.0\.0\.0.*API_KEYS.*AUTH=none/)
})

test('SIGTERM lets what was accepted finish, takes nothing new, and ends with 0', async () => {
  const run = start({})
  const address = await addressOf(run)
  const sent = request(`${address}/v1/articles/bulk`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } })
  sent.on('error', () => undefined) // the connection ends under a caller that could go on
  const answered = new Promise<IncomingMessage>((resolve) => sent.on('response', resolve))
  for (let n = 0; n < 3; n++) sent.write(JSON.stringify({ text: `Mina Adair met ${n} farmers.`, url: `https://a.example/${n}` }) + '\n')
  const answer = await answered
  let results = ''
  answer.on('data', (data: Buffer) => (results += data.toString())).on('error', () => undefined)
  while (results.split('\n').length < 4) await new Promise((resolve) => setTimeout(resolve, 10))
  run.child.kill('SIGTERM')
  expect(await run.exit).toBe(0)
  const statuses = results
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { status: number }).status)
  expect(statuses).toEqual([201, 201, 201])
  const again = start({})
  const stats = (await (await fetch(`${await addressOf(again)}/v1/stats`)).json()) as { articles: number }
  expect(stats.articles).toBe(3)
  again.child.kill('SIGTERM')
  expect(await again.exit).toBe(0)
})
