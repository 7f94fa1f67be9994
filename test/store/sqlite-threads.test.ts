import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/open.js'
import { analysed } from '../contract/fixtures.js'

test('the pages of a stream hold up no other read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attest-'))
  const store = await openSqlite(join(folder, 'threads.db'))
  for (let seed = 1; seed <= 10; seed++) await store.saveAnalysis(analysed({ seed }), { at: '2026-01-01T00:00:00.000Z', restore: false })
  const page = () => store.facts({ sort: 'published' }, { limit: 100, patient: true })
  await Promise.all([page(), store.stats()]) // their threads have started
  let pages = 0
  const stream = Array.from({ length: 3000 }, () => page().then(() => pages++))
  await store.stats()
  expect(pages).toBeLessThan(3000)
  await Promise.all(stream)
  await store.close()
  rmSync(folder, { recursive: true })
})
