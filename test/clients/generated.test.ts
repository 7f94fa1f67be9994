import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApiText } from '../../src/http/openapi.js'
import { add, samples, testService, type TestService } from '../http/service.js'

const ROOT = join(import.meta.dirname, '../..')
const TOUR = join(import.meta.dirname, 'tour.ts')
const OPTIONS = {
  target: 'es2023',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
}

let folder: string
let service: TestService
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-client-'))
  writeFileSync(join(folder, 'openapi.d.ts'), astToString(await openapiTS(openApiText())))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, files: ['tour.ts'] }))
  copyFileSync(TOUR, join(folder, 'tour.ts'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

test('a client made of the document compiles, with no type asserted', async () => {
  expect(readFileSync(TOUR, 'utf8').match(/\bas [^c]|: any\b|<any>|@ts-|[\w\])]!/g)).toBeNull()
  const run = promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder])
  expect(
    await run.then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    ),
  ).toBe('')
})

test('it runs the tour of the README', async () => {
  const baseUrl = await service.app.listen({ port: 0 })
  const { tour } = (await import(TOUR)) as { tour: (baseUrl: string) => Promise<Record<string, unknown>> }
  expect(await tour(baseUrl)).toEqual({
    value: 8000,
    unit: 'labourer',
    publisher: 'Meridian Wire',
    planned: ['planned', 'planned', 'planned'],
    via: expect.arrayContaining(['the Tass news agency']) as unknown,
    dated: true,
    person: expect.stringContaining('Peskov') as unknown,
    valid: [true, true],
    sentences: 1,
    stale: 'precondition_failed',
    tags: ['food'],
    bulk: 2,
    job: '1',
    jobs: 1,
    added: expect.any(Number) as unknown,
    file: true,
    removed: 204,
    gone: 'article_gone',
  })
})
