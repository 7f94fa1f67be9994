import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { faultsOf } from './conformance.js'
import { ask, demoService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

interface Documented {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required?: boolean
    readonly example?: string | number | boolean | readonly string[]
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
}
const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Documented>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() as 'GET' | 'POST' })),
)
/** What deletes comes last: the others find the data of the demo as they were. */
const inOrder = [
  ...operations.filter(({ method }) => method !== ('DELETE' as string)),
  ...operations.filter(({ method }) => method === ('DELETE' as string)),
]

let service: TestService
beforeAll(async () => {
  service = await demoService()
})
afterAll(() => service.close())

test.each(inOrder.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s: its example works on the data of the demo',
  async (_, { operationId, path, method, parameters = [], requestBody }) => {
    let url = path
    const query = new URLSearchParams()
    for (const { name, in: place, required, example } of parameters) {
      if (required) expect(example, `an example of ${name}`).toBeDefined()
      if (example === undefined) continue
      if (place === 'path') url = url.replace(`{${name}}`, encodeURIComponent(String(example)))
      if (place === 'query') query.set(name, String(example))
    }
    const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
    if (requestBody) expect(body?.example, 'an example of the body').toBeDefined()
    const payload = typeof body?.example === 'string' ? body.example : JSON.stringify(body?.example)
    const answer = await ask<{ items?: unknown[] } | undefined>(service.app, {
      method,
      url: `${url}?${query.toString()}`,
      ...(type && { headers: { 'content-type': type }, payload }),
    })
    expect([answer.status, answer.text]).toEqual([expect.toSatisfy((status: number) => status < 300), answer.text])
    if (answer.body?.items) expect(answer.body.items).not.toEqual([])
    if (operationId === 'addArticles')
      for (const line of answer.text.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ status: 201 })
    expect(faultsOf(method, url, answer)).toEqual([])
  },
)
