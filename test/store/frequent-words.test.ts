import { describe, vi } from 'vitest'
import type * as Match from '../../src/store/sqlite/match.js'
import { openSqliteInThread } from '../../src/store/sqlite/open.js'
import { articleContract } from '../contract/article-contract.js'
import { entityContract } from '../contract/entity-contract.js'
import { factContract } from '../contract/fact-contract.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

// The way of frequent words is taken for every word: fixtures are too few for a word to be frequent.
vi.mock('../../src/store/sqlite/match.js', async (original) => ({
  ...(await original<typeof Match>()),
  isFrequent: () => true,
}))

describe('where words are frequent, the answers are the same', () => {
  const open = () => openSqliteInThread(':memory:')
  articleContract(open)
  factContract(open)
  entityContract(open)
})
