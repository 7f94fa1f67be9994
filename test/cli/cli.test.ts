import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { SETTINGS } from '../../src/settings.js'
import type { Annotations, FactRecord } from '../../src/store/records.js'
import { attest } from './attest.js'

const TEXT = '🚢 The port of Lisk sold 1,200 tonnes of grain on Monday. Mayor Anna Berg said the port will close.'
const article = { text: TEXT, title: 'Grain', publisher: 'Lisk Post', url: 'https://lisk.example/1', publishedAt: '2024-03-06' }
const cli = attest()

vi.setConfig({ testTimeout: 300_000 }) // each command is a process of its own

beforeAll(() => {
  mkdirSync(join(cli.folder, 'news/older'), { recursive: true })
  const page = `<html lang="en"><head><title>Boats</title></head><body><nav>Home</nav><article><p>${'The council bought 12 boats for the ferry to the islands. '.repeat(6)}</p></article></body></html>`
  writeFileSync(join(cli.folder, 'news/a.json'), JSON.stringify(article))
  writeFileSync(join(cli.folder, 'news/b.html'), page)
  writeFileSync(join(cli.folder, 'news/older/c.txt'), 'The mill burned down. Nobody was hurt.')
  writeFileSync(join(cli.folder, 'news/older/ignored.csv'), 'a,b')
  const lines = [{ ...article, url: 'https://lisk.example/2' }, { text: '' }, { ...article, url: 'https://lisk.example/3', colour: 'red' }]
  writeFileSync(join(cli.folder, 'bulk.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n') + '\n\n{"text": "A last li\n')
})
afterAll(() => cli.remove())

const facts = (out: string): FactRecord[] => {
  const lines = out.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as FactRecord)
}

describe('called wrongly', () => {
  test.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['ingest'], "missing required argument 'path'"],
    [['ingest', 'news', '--published-at', 'yesterday'], '--published-at must be an RFC 3339 time'],
    [['ingest', '-', 'news'], 'cannot be combined with other paths'],
    [['export', '--status', 'sure'], '--status'],
    [['export', '--format', 'xml'], 'Allowed choices are ndjson, csv, jsonld'],
    [['keys', 'create', 'admin'], 'Allowed choices are read, write'],
  ])('%j ends with 2', async (args, words) => {
    const ran = await cli.run(args)
    expect(ran.err).toContain(words)
    expect(ran.out).toBe('')
    expect(ran.code).toBe(2)
  })

  test('a bad setting is named, and ends with 2', async () => {
    const ran = await cli.run(['migrate'], '', { PORT: 'many' })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('PORT must be a whole number')
  })
})

test('help names every setting and command', async () => {
  const { code, out } = await cli.run(['--help'])
  expect(code).toBe(0)
  const commands = ['serve', 'ingest', 'extract', 'explain', 'export', 'reextract', 'keys', 'migrate', 'train', 'evaluate', 'bench']
  for (const name of [...Object.keys(SETTINGS), ...commands]) expect(out).toContain(name)
})

test('ingest, again, export, reextract', async () => {
  const first = await cli.run(['ingest', 'news', '--tag', 'test'])
  expect(first.out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^created +art_[0-9a-f]{20} v1 +\d+ facts {2}news\/a\.json$/),
    expect.stringMatching(/^created .*news\/b\.html$/),
    expect.stringMatching(/^created .*news\/older\/c\.txt$/),
  ])
  expect(first.out).toMatch(/3 articles: 3 created, 0 unchanged, 0 failed; \d+ new facts\n$/)
  expect(first.code).toBe(0)

  const again = await cli.run(['ingest', 'news/a.json', 'news/b.html'])
  expect(again.out).toContain('2 articles: 0 created, 2 unchanged, 0 failed; 0 new facts')

  const [ndjson, csv, jsonLd, tagged] = await Promise.all([
    cli.run(['export', '--publisher', 'Lisk Post']),
    cli.run(['export', '--format', 'csv', '--publisher', 'Lisk Post']),
    cli.run(['export', '--format', 'jsonld']),
    cli.run(['export', '--tag', 'other']),
  ])
  const found = facts(ndjson.out)
  expect(found.length).toBeGreaterThan(0)
  const characters = [...TEXT]
  for (const { citations } of found) {
    for (const { start, end, quote } of citations) expect(characters.slice(start, end).join('')).toBe(quote)
  }
  expect(csv.out.split('\r\n')[0]).toMatch(/^id,kind,summary,/)
  expect(csv.out.trim().split('\r\n')).toHaveLength(found.length + 1)
  const page = JSON.parse(jsonLd.out) as { type: string; items: { type: string }[] }
  expect(page.type).toBe('AnnotationPage')
  expect(page.items.length).toBeGreaterThanOrEqual(found.length)
  expect(tagged).toMatchObject({ code: 0, out: '' })

  const reread = await cli.run(['reextract'])
  expect(reread).toMatchObject({ code: 0, out: expect.stringMatching(/^3 articles read again by .*, 0 failed\n$/) as string })
  expect((await cli.run(['export', '--publisher', 'Lisk Post'])).out).toBe(ndjson.out)
  expect((await cli.run(['reextract', '--outdated'])).out).toMatch(/^0 articles/)
  expect((await cli.run(['reextract', '--article', 'art_none'])).code).toBe(1)
})

test('bad articles are told, the others come in, and the exit code says so', async () => {
  const { code, out, err } = await cli.run(['ingest', 'bulk.ndjson'])
  expect(out).toMatch(/^created .*bulk\.ndjson:1$/m)
  expect(out).toMatch(/^failed +bulk\.ndjson:2: .*\/text/m)
  expect(out).toMatch(/^failed +bulk\.ndjson:3: .*\/colour is not a known name/m)
  expect(out).toMatch(/^failed +bulk\.ndjson:5: .*not JSON/m)
  expect(out).toContain('4 articles: 1 created, 0 unchanged, 3 failed')
  expect(err).toContain('3 of 4 articles could not be read.')
  expect(code).toBe(1)
  expect((await cli.run(['ingest', 'nowhere'])).code).toBe(1)
})

test('standard input may be a text, a page, an article or many', async () => {
  const bulk = readFileSync(join(cli.folder, 'bulk.ndjson'), 'utf8').split('\n')[0]!
  const many = await cli.run(['ingest', '-'], `${bulk}\n${JSON.stringify({ ...article, url: 'https://lisk.example/9' })}\n`)
  expect(many.out).toContain('2 articles: 1 created, 1 unchanged')
  const plain = await cli.run(['extract', '-', '--published-at', '2024-03-06', '--offset-unit', 'utf16'], TEXT)
  const found = JSON.parse(plain.out) as Annotations & { offsetUnit: string }
  expect(found).toMatchObject({ offsetUnit: 'utf16', text: TEXT, publishedAt: '2024-03-06' })
  for (const { start, end, text } of found.figures) expect(TEXT.slice(start, end)).toBe(text)
  const lines = await cli.run(['extract', '-', '--format', 'ndjson'], `${bulk}\n${bulk}\n`)
  expect(
    lines.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Annotations).text),
  ).toEqual([TEXT, TEXT])
})

test('explain shows what, where, why; without colours outside a terminal', async () => {
  const { code, out } = await cli.run(['explain', TEXT, '--published-at', '2024-03-06'])
  expect(code).toBe(0)
  const at = [...TEXT].join('').indexOf('1,200') - 1 // the ship counts one
  expect(out).toMatch(new RegExp(`^  ${at}–${at + 12} +1,200 tonnes +measure 1200 tonne.*en\\.figure\\.`, 'm'))
  expect(out).toMatch(/Monday +DATE 2024-03-04/)
  expect(out).toMatch(/^facts \(\d+\)$/m)
  expect(out).not.toMatch(/\u001b/)
})

test('explain says why an event is no fact', async () => {
  const { out } = await cli.run(['explain', 'The union signed a deal with Spain in 2012 that '])
  expect(out).toMatch(/^ {2}0–47 +The union signed .* announces +en\.fault\.breaks-off$/m)
})

test('keys are shown once, listed without their secret, and revoked', async () => {
  const created = await cli.run(['keys', 'create', 'read', '--name', 'for the tests'])
  const key = created.out.trim()
  expect(key).toMatch(/^attest_[\w-]{32}$/)
  const id = /key_[0-9a-f]+/.exec(created.err)![0]
  const listed = await cli.run(['keys', 'list'])
  expect(listed.out).toMatch(new RegExp(`${id} +read .* active +for the tests`))
  expect(listed.out).not.toContain(key)
  expect((await cli.run(['keys', 'revoke', id])).code).toBe(0)
  expect((await cli.run(['keys', 'list'])).out).toMatch(new RegExp(`${id} .*revoked`))
  const twice = await cli.run(['keys', 'revoke', id])
  expect(twice).toMatchObject({ code: 1, err: `attest: There is no active key ${id}.\n` })
})

test('serve answers until it is told to stop, and ends with 0', async () => {
  const child = cli.start(['serve'], { PORT: '0', LOG_LEVEL: 'silent' })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve) => {
    let seen = ''
    child.stderr.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /listens on (http:\/\/\S+?),/.exec(seen)
      if (found) resolve(found[1]!)
    })
  })
  expect((await fetch(`${address}/livez`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
