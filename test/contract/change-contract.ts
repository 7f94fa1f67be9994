import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BadCursor, type ChangePage, type Store } from '../../src/store/port.js'
import { analysed } from './fixtures.js'

const LATER = '2026-01-02T00:00:00.000Z'
const effects = { at: '2026-01-01T00:00:00.000Z', restore: false }

/** What every store tells of what happened. */
export function changeContract(open: () => Promise<Store>): void {
  describe('changes', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('the feed of changes goes on from where a client was', async () => {
      const add = (seed: number) => store.saveAnalysis(analysed({ seed, facts: 0 }), effects)
      const sequences = ({ items }: ChangePage) => items.map(({ sequence }) => sequence)
      const empty = await store.changes({ limit: 3 })
      expect([empty.items, empty.next]).toEqual([[], null])
      for (let seed = 1; seed <= 5; seed++) await add(seed)
      const page = await store.changes({ limit: 3, cursor: empty.cursor })
      expect([sequences(page), page.next]).toEqual([[1, 2, 3], page.cursor])
      const rest = await store.changes({ limit: 3, cursor: page.next! })
      expect([sequences(rest), rest.next]).toEqual([[4, 5], null])
      expect(sequences(await store.changes({ limit: 3, after: 4 }))).toEqual([5])
      expect(sequences(await store.changes({ limit: 3, cursor: rest.cursor }))).toEqual([])
      await add(6)
      expect(sequences(await store.changes({ limit: 3, cursor: rest.cursor }))).toEqual([6])
      await expect(store.changes({ limit: 3, cursor: '4' })).rejects.toThrow(BadCursor)
    })

    test('the feed says what became of the facts of each write', async () => {
      const one = analysed({ facts: 6 })
      const ids = one.facts.map(({ id }) => id)
      await store.saveAnalysis(one, effects)
      const of = async (after: number) => (await store.changes({ limit: 50, after })).items.map(({ type, factIds }) => [type, factIds])
      expect(await of(0)).toEqual([
        ['article.added', undefined],
        ['fact.added', ids],
      ])
      // A copy that follows the feed has the facts that are current, whatever happens.
      const again = {
        ...one,
        facts: [{ ...one.facts[0]!, body: one.facts[0]!.body.replace('{', '{"new":true,') }, ...one.facts.slice(1, 4)],
      }
      await store.saveReextraction(again, LATER)
      expect(await of(2)).toEqual([
        ['article.reextracted', undefined],
        ['fact.removed', ids.slice(4)],
        ['fact.changed', [ids[0]]],
      ])
      const two = { ...again, version: 2, contentHash: 'another', facts: one.facts.slice(1, 5) }
      const inTwo = { ...two, facts: two.facts.map((fact) => ({ ...fact, body: fact.body.replaceAll('"version":1', '"version":2') })) }
      await store.saveAnalysis(inTwo, effects)
      expect(await of(5)).toEqual([
        ['article.superseded', undefined],
        ['fact.removed', [ids[0]]],
        ['fact.added', [ids[4]]],
      ])
      await store.deleteArticle(one.id, LATER)
      const [deleted, removed] = await of(8)
      expect([deleted![0], removed![0], [...removed![1]!].sort()]).toEqual(['article.deleted', 'fact.removed', ids.slice(1, 5).sort()])
    })

    test('an article of thousands of facts is told in pieces', async () => {
      const article = analysed({ facts: 450 })
      await store.saveAnalysis(article, effects)
      const { items } = await store.changes({ limit: 50 })
      expect(items.map(({ factIds }) => factIds?.length)).toEqual([undefined, 200, 200, 50])
      expect(items.flatMap(({ factIds }) => factIds ?? [])).toEqual(article.facts.map(({ id }) => id))
    })
  })
}
