import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoService, type TestService } from '../http/service.js'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const there = existsSync(CHROMIUM)
if (!there) console.warn(`SKIPPED: no browser at ${CHROMIUM} (set CHROMIUM): Swagger UI is not tested`)

describe.skipIf(!there)('Swagger UI in Chromium', { timeout: 120_000 }, () => {
  let service: TestService
  let browser: Browser
  let page: Page
  let address: string
  const complaints: string[] = []

  beforeAll(async () => {
    service = await demoService()
    address = await service.app.listen({ host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    page = await browser.newPage()
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    page.on('pageerror', (error) => void complaints.push(error.message))
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  test('lists every route under a policy that lets its scripts run', async () => {
    await page.goto(`${address}/docs`)
    await page.waitForSelector('#operations-Facts-listFacts', { timeout: 60_000 })
    expect(await page.title()).toBe('Attest')
    expect(await page.locator('.topbar img').getAttribute('src')).toMatch(/^data:image\/svg\+xml/)
    expect(await (await fetch(`${address}/docs/static/theme/favicon.svg`)).text()).toContain('<svg')
    expect(await page.locator('.opblock').count()).toBeGreaterThan(15)
    expect(complaints).toEqual([])
  })

  /** Opens an operation, presses "Try it out" and "Execute" as it stands, and waits for the answer. */
  async function execute(id: string): Promise<{ url: string; status: string; shown: string }> {
    const operation = page.locator(`#operations-${id}`)
    await operation.locator('.opblock-summary-control').click()
    await operation.locator('.try-out__btn').click()
    await operation.locator('button.execute').click()
    const answer = operation.locator('.live-responses-table tr.response')
    await answer.first().waitFor({ timeout: 60_000 })
    return {
      url: await operation.locator('.request-url pre').innerText(),
      status: await answer.locator('.response-col_status').first().innerText(),
      shown: await answer.locator('.response-col_description pre').first().innerText(),
    }
  }

  test('"Try it out" and "Execute" on GET /v1/facts show facts of the samples', async () => {
    const { url, status, shown } = await execute('Facts-listFacts')
    expect(status.trim()).toBe('200')
    const { items } = (await (await fetch(url)).json()) as { items: { id: string; summary: string }[] }
    expect(items.length).toBeGreaterThan(0)
    for (const { id, summary } of items) expect([shown.includes(id), shown.includes(summary)]).toEqual([true, true])
    expect(complaints).toEqual([])
  })

  test.each([
    ['Facts-getFact', '200'],
    ['Extract-extract', '200'],
    ['Articles-addArticles', '200'],
    ['Articles-getJob', '200'],
    ['Facts-getTimeline', '200'],
    ['Entities-getEntity', '200'],
    ['Search-verify', '200'],
    ['Articles-addArticle', '201'],
  ])('the example of %s works as it stands', async (id, expected) => {
    const { status, shown } = await execute(id)
    expect(status.trim()).toBe(expected)
    expect(shown.length).toBeGreaterThan(20)
    expect(complaints).toEqual([])
  })

  test('a page about an error can be read', async () => {
    await page.goto(`${address}/docs/errors/invalid_request`)
    expect(await page.locator('h1').innerText()).toBe('The request is not valid for this route')
    expect(complaints).toEqual([])
  })
})
