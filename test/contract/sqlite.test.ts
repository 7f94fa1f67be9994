import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import { articleContract } from './article-contract.js'
import { changeContract } from './change-contract.js'
import { entityContract } from './entity-contract.js'
import { factContract } from './fact-contract.js'
import { jobContract } from './job-contract.js'

const folder = mkdtempSync(join(tmpdir(), 'attest-'))
let files = 0
afterAll(() => rmSync(folder, { recursive: true }))

const STORES = {
  'SQLite in one thread': () => openSqliteInThread(':memory:'),
  'SQLite with threads': () => openSqlite(join(folder, `${++files}.db`)),
}

describe.each(Object.entries(STORES))('%s', { timeout: 60_000 }, (_, open) => {
  articleContract(open)
  changeContract(open)
  factContract(open)
  entityContract(open)
  jobContract(open)
})
