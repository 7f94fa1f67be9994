import { expect, test } from 'vitest'
import { workerEntry } from '../../src/observability/worker-entry.js'

test('an entry is looked for beside a built module, and under dist for a source module', () => {
  expect(workerEntry('file:///app/dist/store/sqlite/open.js', './thread.js').pathname).toBe('/app/dist/store/sqlite/thread.js')
  expect(workerEntry('file:///app/src/store/sqlite/open.ts', './thread.js').pathname).toBe('/app/dist/store/sqlite/thread.js')
  expect(workerEntry('file:///src/app/src/archive/pool.ts', '../analyse.js').pathname).toBe('/src/app/dist/analyse.js')
})
