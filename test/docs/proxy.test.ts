import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBuilt, type TestServer } from '../crash/server.js'
import { guideSource } from './guides.js'

const GUIDE = guideSource('run-behind-a-proxy')
const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(GUIDE)![1]!
const KEY = 'a-key-of-the-test-that-writes'

const there = ((): boolean => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('SKIPPED: no nginx here: the configuration of the guide is not tried')
    return false
  }
})()

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

describe.skipIf(!there)('behind nginx as the guide sets it up', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'attest-proxy-'))
  let server: TestServer
  let nginx: ReturnType<typeof spawn>
  let address: string

  beforeAll(async () => {
    const settings = Object.fromEntries(
      block('ini')
        .trim()
        .split('\n')
        .map((line) => line.split('=') as [string, string]),
    )
    server = await startBuilt(join(folder, 'proxied.db'), {
      BASE_PATH: settings['BASE_PATH']!,
      TRUST_PROXY: settings['TRUST_PROXY']!,
      API_KEYS: `write:${KEY}`,
    })
    const port = await freePort()
    address = `http://127.0.0.1:${port}${settings['BASE_PATH']!}`
    const location = block('nginx').replace('127.0.0.1:3000', new URL(server.url).host)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; ${temporary} server { listen 127.0.0.1:${port}; ${location} } }\n`,
    )
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
    for (let answered = false; !answered; await setTimeout(50))
      answered = await fetch(`${address}/livez`).then(
        ({ ok }) => ok,
        () => false,
      )
  }, 120_000)
  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.once('exit', resolve))
    nginx.kill('SIGTERM')
    await ended
    await server.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  })

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address + path, { ...init, headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', ...init.headers } })

  test('a key opens what stays shut without one', async () => {
    expect((await fetch(`${address}/v1/stats`)).status).toBe(401)
    expect((await ask('/v1/stats')).status).toBe(200)
  })

  test('addresses in answers begin with the path', async () => {
    const added = await ask('/v1/articles', { method: 'POST', body: JSON.stringify({ text: 'Some 300 people met in Oslo on Monday.' }) })
    const location = added.headers.get('location')!
    expect(location).toMatch(/^\/attest\/v1\/articles\/art_/)
    expect((await ask(location.replace('/attest', ''))).status).toBe(200)
  })

  test.each(['/docs/guides', '/docs/guides/run-behind-a-proxy', '/docs/guides/reference', '/docs/errors'])(
    'the links of %s lead somewhere',
    async (page) => {
      const text = await (await fetch(address + page)).text()
      const links = [...text.matchAll(/href="([^"#]+)/g)].map(([, href]) => new URL(href!, address + page).href)
      expect(links.length).toBeGreaterThan(2)
      for (const link of new Set(links)) expect([(await fetch(link)).status, link]).toEqual([200, link])
    },
  )
})
