import { expect, test, vi } from 'vitest'
import { PAGE_BYTES } from '../../src/store/port.js'
import { ask, testService } from './service.js'

vi.setConfig({ testTimeout: 120_000 })

test('a page of JSON-LD is bounded, too, though each citation says the address; the rest is on the next pages', async () => {
  const service = await testService()
  const claims = Array.from({ length: 70 }, (_, i) => `Some ${i + 10} people met in Oslo, the ministry said. `)
  const payload = { text: claims.join('').repeat(20), url: `https://a.example/${'u'.repeat(3_900)}` }
  expect((await ask(service.app, { method: 'POST', url: '/v1/articles', payload })).status).toBe(201)
  const all = await ask<{ items: { id: string }[] }>(service.app, '/v1/facts?limit=500')
  const found: string[] = []
  let pages = 0
  for (let url: string | undefined = '/v1/facts?limit=500'; url; pages++) {
    const answer: { text: string; body: { items: { id: string }[]; next?: string } } = await ask(service.app, {
      url,
      headers: { accept: 'application/ld+json' },
    })
    expect(answer.text.length).toBeLessThan(PAGE_BYTES + 1024)
    found.push(...answer.body.items.map(({ id }) => id))
    url = answer.body.next
  }
  expect(found).toEqual(all.body.items.map(({ id }) => `urn:attest:${id}`))
  expect(pages).toBeGreaterThan(1)
  await service.close()
})
