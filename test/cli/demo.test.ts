import fc from 'fast-check'
import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { factTable } from '../../src/cli/fact-table.js'
import { highlights } from '../../src/cli/highlights.js'
import { widthOf } from '../../src/cli/terminal.js'
import type { FactRecord } from '../../src/store/records.js'
import { add, ask, samples, testService } from '../http/service.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const plain = (_colour: string, text: string): string => text
let facts: FactRecord[]
beforeAll(async () => {
  const service = await testService()
  for (const sample of samples()) await add(service.app, sample)
  const { text } = await ask(service.app, { url: '/v1/facts?sort=published', headers: { accept: 'application/x-ndjson' } })
  facts = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FactRecord)
  await service.close()
})

test('the choice is spread over kinds and articles, and over sentences', () => {
  const chosen = highlights(facts, 15)
  expect(chosen.length).toBe(15)
  expect(new Set(chosen.map(({ kind }) => kind)).size).toBe(4)
  expect(new Set(chosen.map(({ articleId }) => articleId)).size).toBe(8)
  expect(new Set(chosen.map(({ articleId, citations }) => `${articleId} ${citations[0]!.sentence.start}`)).size).toBe(15)
})

test('figures that differ from article to article are among the chosen', () => {
  const wheat = highlights(facts, 15).flatMap(({ figure }) => (figure?.of?.text === 'wheat' ? [figure.value] : []))
  expect(wheat.sort()).toEqual([2000, 2092])
})

test('a fact is not chosen whose quote is too short to tell anything', () => {
  expect(facts.some(({ citations }) => citations[0]!.quote === 'the summit')).toBe(true)
  for (const { summary, citations } of highlights(facts, 147)) expect(citations[0]!.quote.split(' ').length, summary).toBeGreaterThan(2)
})

test('a fact is not chosen whose source reads badly inside a sentence', () => {
  const awkward = ({ summary }: FactRecord): boolean => summary.includes('according to Their letter')
  expect(facts.some(awkward)).toBe(true)
  expect(highlights(facts, 147).some(awkward)).toBe(false)
})

test('an archive of few facts is shown whole, an empty one as nothing', () => {
  expect(highlights([], 15)).toEqual([])
  expect(highlights(facts.slice(0, 1), 15).length).toBeLessThanOrEqual(1)
})

test.each([80, 120, 200])('the table fits into %d columns, and cuts no fact', (width) => {
  const chosen = highlights(facts, 15)
  const lines = factTable(chosen, width, plain)
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
  const words = lines.join(' ').split(/\s+/)
  for (const { summary } of chosen) for (const word of summary.split(/\s+/)) expect(words).toContain(word)
})

test('the table fits into any terminal, whatever an article says', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 40, max: 250 }), (summary, quote, width) => {
      const [fact] = facts as [FactRecord]
      const lines = factTable([{ ...fact, summary, citations: [{ ...fact.citations[0]!, quote }] }], width, plain)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      expect(lines.join('')).not.toMatch(/\p{Cc}/u)
    }),
  )
})

/** The built demo in a folder of its own, until it says how to stop it, and then until it has stopped. */
async function demo(port: string): Promise<{ code: number | null; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-demo-'))
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/cli/demo.js')], {
    env: { PATH: process.env.PATH, PORT: port, WORKERS: '1' },
    cwd: folder,
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (piece: Buffer) => void (err += piece.toString()))
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString()
    if (out.includes('Ctrl-C')) child.kill('SIGINT')
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  rmSync(folder, { recursive: true })
  return { code, out, err }
}

const other = createServer()
afterAll(() => void other.close())

test('a taken port is told in a sentence, and another one is used', async () => {
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { code, out, err } = await demo(String(port))
  expect(out).toMatch(new RegExp(`Port ${port} is taken: the service listens on \\d+\\.`))
  expect(out).toMatch(/15 of \d+ facts of 8 articles/)
  expect(err).toContain('100%  8 articles')
  expect(code).toBe(0)
})

test('a bad setting is a sentence, too', async () => {
  expect(await demo('many')).toEqual({ code: 1, out: '', err: 'demo: PORT must be a whole number.\n' })
})
