import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordedExample } from '../../src/http/examples.js'
import { openApiText, problemsOf } from '../../src/http/openapi.js'
import { OPERATIONS } from '../../src/http/operations.js'
import { PROBLEMS } from '../../src/http/problems.js'
import { ask, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let service: TestService
beforeAll(async () => {
  service = await testService()
}, 60_000)
afterAll(() => service.close())

test('the committed document is the one that the routes make (else: npm run openapi)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8')).toBe(openApiText())
})

test('the service answers with the committed document', async () => {
  expect((await ask(service.app, '/openapi.json')).text).toBe(openApiText())
})

test.each(OPERATIONS.map((operation) => [operation.operationId, operation] as const))('%s is documented', (id, operation) => {
  expect(operation.summary).not.toBe('')
  expect(operation.description.length).toBeGreaterThan(20)
  for (const [status, { schema, types }] of Object.entries(operation.answers)) {
    const kinds = [...(schema ? ['application/json'] : []), ...Object.keys(types ?? {})]
    for (const type of kinds) expect(recordedExample(id, status, type), `example of ${status} in ${type}`).toBeDefined()
  }
  if (operation.body) expect(recordedExample(id, 'body')).toBeDefined()
})

test('operation ids are different, and every error belongs to some route or to the connection', () => {
  expect(new Set(OPERATIONS.map(({ operationId }) => operationId)).size).toBe(OPERATIONS.length)
  const ofRoutes = new Set(OPERATIONS.flatMap(problemsOf))
  const left = Object.keys(PROBLEMS).filter((code) => !(ofRoutes as Set<string>).has(code))
  expect(left.sort()).toEqual([
    'bad_http',
    'expectation_failed',
    'headers_too_large',
    'method_not_allowed',
    'range_not_satisfiable',
    'request_refused',
    'request_timeout',
    'route_not_found',
  ])
})

test('an example of an error stands once, and every reference leads somewhere', () => {
  const text = openApiText()
  const { components } = JSON.parse(text) as { components: Record<string, Record<string, unknown>> }
  for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) expect(components[kind!], name).toHaveProperty(name!)
  for (const code of Object.keys(components['examples']!)) expect(text.split(`"type": "/docs/errors/${code}"`).length - 1, code).toBe(1)
})
