import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GUIDES, type GuideName } from '../../src/http/guides.js'
import { startBuilt, type TestServer } from '../crash/server.js'
import { ask, samples, testService } from '../http/service.js'
import { guideSource, snippetsOf, type Snippet } from './guides.js'

const ROOT = join(import.meta.dirname, '../..')
/** Its snippets fill an empty database; those of the others ask the samples. */
const FILLS: GuideName = 'load-a-folder'

/** Whether a program is on this machine; says so aloud where it is not. */
function has(program: string, what: string): boolean {
  try {
    execFileSync(program, ['--version'])
    return true
  } catch {
    console.warn(`SKIPPED: no ${program} here: ${what} of the guides are not run`)
    return false
  }
}
const python = has('python3', 'the Python snippets')
const sqlite = has('sqlite3', 'the backups')
const jq = has('jq', 'the snippets with jq')

const COMMANDS: Readonly<Record<Snippet['language'], (file: string) => readonly [command: string, ...args: string[]]>> = {
  sh: (file) => ['bash', '-eu', file],
  ts: (file) => [process.execPath, join(ROOT, 'node_modules/tsx/dist/cli.mjs'), file],
  python: (file) => ['python3', file],
}
const ENDINGS = { sh: 'sh', ts: 'mts', python: 'py' } as const

/** A folder as a reader of the guide has it: the samples in `data/samples`, `npx attest`, and a database that nobody serves. */
function workplace(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), 'attest-guide-'))
  for (const name of ['bin', 'data']) mkdirSync(join(folder, name))
  symlinkSync(join(ROOT, 'data/samples'), join(folder, 'data/samples'))
  const npx = join(folder, 'bin/npx')
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"\n`)
  chmodSync(npx, 0o755)
  const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`, WORKERS: '1', PYTHONIOENCODING: 'utf8' }
  return { folder, env }
}

const run = (command: readonly [string, ...string[]], cwd: string, env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(command[0], command.slice(1), { cwd, env, timeout: 240_000 }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
    )
  })

/** What a guide says is printed, as a pattern: `…` stands for what may differ. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('…', '[^\\n]*')}$`,
  )

test('every file of the folder is a guide, and every guide says first what it is for', () => {
  expect(readdirSync(join(ROOT, 'openapi/guides')).sort()).toEqual(GUIDES.map((name) => `${name}.md`).sort())
  for (const name of GUIDES) expect(guideSource(name)).toMatch(/^# .+\n\n[A-Z][^\n]+\.\n/)
})

describe.each(GUIDES.filter((name) => name !== 'reference'))('%s', { timeout: 300_000 }, (name) => {
  const snippets = snippetsOf(guideSource(name))
  let server: TestServer
  let place: ReturnType<typeof workplace>
  beforeAll(async () => {
    place = workplace()
    server = await startBuilt(join(place.folder, 'service.db'))
    if (name === FILLS) return
    for (const sample of samples()) {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/v1/articles`, { method: 'POST', body: JSON.stringify(sample), headers })
      expect(answer.status).toBe(201)
    }
  }, 300_000)
  afterAll(async () => {
    await server.kill('SIGTERM')
    rmSync(place.folder, { recursive: true })
  })

  test.each(snippets.map((snippet, i) => [`${i + 1} (${snippet.language})`, snippet] as const))(
    'snippet %s does what the guide says',
    async (_, { language, code, prints }) => {
      if ((language === 'python' && !python) || (code.includes('sqlite3 ') && !sqlite) || (code.includes('| jq ') && !jq)) return
      const file = join(place.folder, `snippet.${ENDINGS[language]}`)
      writeFileSync(file, code.replaceAll('localhost:3000', new URL(server.url).host))
      const out = await run(COMMANDS[language](file), place.folder, place.env)
      if (prints !== null) expect(out.trim()).toMatch(pattern(prints))
    },
  )

  test('each thing that is shown in TypeScript is shown in Python, too', () => {
    const count = (language: Snippet['language']): number => snippets.filter((snippet) => snippet.language === language).length
    expect(count('python')).toBe(count('ts'))
  })
})

describe('as pages', () => {
  test.each(['', ...GUIDES.map((name) => `/${name}`)])('/docs/guides%s is a page whose links lead somewhere', async (path) => {
    const service = await testService()
    const { status, headers, text } = await ask(service.app, `/docs/guides${path}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(text).not.toMatch(/<script|\son\w+=/)
    for (const [, href] of text.matchAll(/href="([^"]+)"/g)) {
      if (/^https?:/.test(href!)) continue
      const { pathname, hash } = new URL(href!, `http://localhost/docs/guides${path}`)
      const target = await ask(service.app, pathname)
      expect([target.status, pathname]).toEqual([200, pathname])
      if (hash) expect(target.text).toContain(`id="${hash.slice(1)}"`)
    }
    await service.close()
  })

  test('a guide that is not there is answered as every unknown route', async () => {
    const service = await testService()
    expect((await ask(service.app, '/docs/guides/no-such')).body).toMatchObject({ code: 'route_not_found' })
    await service.close()
  })
})
