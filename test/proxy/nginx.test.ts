import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { add, samples, testService, type TestService } from '../http/service.js'
import { hasNginx, startNginx, type Proxy } from './nginx.js'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
if (!existsSync(CHROMIUM)) console.warn(`SKIPPED: no browser at ${CHROMIUM} (set CHROMIUM): Swagger UI behind a proxy is not looked at`)

describe.runIf(hasNginx()).each(['/attest', '/kept/attest'])('behind nginx, at %s', (base) => {
  let service: TestService
  let proxy: Proxy
  beforeAll(async () => {
    service = await testService({ env: { BASE_PATH: base, TRUST_PROXY: 'loopback', BODY_LIMIT: '1MiB' } })
    for (const sample of samples()) await add(service.app, sample)
    proxy = await startNginx(await service.app.listen({ host: '127.0.0.1', port: 0 }))
  })
  afterAll(async () => {
    await proxy?.stop()
    await service?.close()
  })

  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(proxy.url + path, init)
  const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    ask(`${base}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

  test('each address that an answer names leads on', async () => {
    const first = await ask(`${base}/v1/facts?limit=3`)
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link')!)![1]!
    expect((await ask(next)).status).toBe(200)
    const added = await post('/v1/articles', JSON.stringify({ text: 'Some 300 people met in Oslo on Monday, the ministry said.' }))
    expect([added.status, (await ask(added.headers.get('location')!)).status]).toEqual([201, 200])
    const queued = await post('/v1/articles', JSON.stringify({ text: 'Some 400 people met in Riga.' }), { prefer: 'respond-async' })
    expect([queued.status, (await ask(queued.headers.get('location')!)).status]).toEqual([202, 200])
    const problem = (await (await ask(`${base}/v1/nothing`)).json()) as { type: string; instance: string }
    expect([problem.instance, (await ask(problem.type)).status]).toEqual([`${base}/v1/nothing`, 200])
    const { servers } = (await (await ask(`${base}/openapi.json`)).json()) as { servers: { url: string }[] }
    expect((await ask(`${servers[0]!.url}/livez`)).status).toBe(200)
    expect((await ask(`${base}/`)).url).toBe(`${proxy.url}${base}/docs`)
  })

  test('who sends too much reads why', async () => {
    const refused = await post('/v1/articles', JSON.stringify({ text: 'a'.repeat(8 * 1024 * 1024) }))
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'body_too_large'])
  })

  test('every link of the pages leads to a page', async () => {
    const seen = new Set<string>()
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return
      seen.add(path)
      const answer = await ask(path)
      expect(answer.status, path).toBe(200)
      if (!/html/.test(answer.headers.get('content-type') ?? '')) return
      for (const [, href] of (await answer.text()).matchAll(/(?:href|src)="([^"#]+)/g)) {
        const target = new URL(href!, proxy.url + path)
        if (target.origin === proxy.url) await follow(target.pathname)
      }
    }
    for (const path of ['/docs/', '/docs/errors', '/docs/guides']) await follow(base + path)
    expect([...seen].every((path) => path.startsWith(`${base}/`))).toBe(true)
    expect(seen.size).toBeGreaterThan(40)
  })

  test.runIf(existsSync(CHROMIUM))('Swagger UI lists the routes and tries one out', async () => {
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
    })
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
      await page.goto(`${proxy.url}${base}/docs`)
      const operation = page.locator('#operations-Facts-listFacts')
      await operation.waitFor({ timeout: 120_000 })
      await operation.locator('.opblock-summary-control').click()
      await operation.locator('.try-out__btn').click()
      await operation.locator('button.execute').click()
      const answer = operation.locator('.live-responses-table tr.response')
      await answer.first().waitFor({ timeout: 120_000 })
      expect(await operation.locator('.request-url pre').innerText()).toContain(`${proxy.url}${base}/v1/facts`)
      expect((await answer.locator('.response-col_status').first().innerText()).trim()).toBe('200')
      if (process.env['SCREENSHOT']) await page.screenshot({ path: process.env['SCREENSHOT'] })
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
