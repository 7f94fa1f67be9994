import type { AnalysedArticle, PackedArticle, SaveEffects, Store } from '../store/port.js'
import { holds } from '../store/precondition.js'
import type { Article } from '../store/records.js'
import { StoreError } from '../store/store-error.js'
import type { Engine } from './engine.js'
import { deleted, stale } from './refusals.js'
import type { Turns } from './turns.js'
import type { Identified } from './work.js'

/** How often another process may write the same article before us. */
const ATTEMPTS = 8

/** What the way of an article needs. */
export interface Way {
  readonly store: Store
  readonly engine: Engine
  readonly turns: Turns
  /** RFC 3339. */
  readonly now: () => string
  /** Is told how long a stage took, in seconds. */
  readonly timed: <Result>(stage: 'ingest' | 'analyse' | 'save', work: () => Promise<Result>) => Promise<Result>
}

export type Kept = { readonly outcome: 'created' | 'unchanged'; readonly article: Article }

/**
 * Analyses and stores an article that was taken in, as the version after the newest; content that is stored already is left
 * alone. Raises `ArchiveError`: `article_deleted` or `precondition_failed`.
 */
export function keep(way: Way, article: Identified, effects: Omit<SaveEffects, 'at'>): Promise<Kept> {
  return way.turns.take(article.id, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const kept = await attemptToKeep(way, article, effects)
      if (kept) return kept
    }
    throw new StoreError('busy', `${article.id}: other processes wrote ${ATTEMPTS} versions in a row before this one.`)
  })
}

async function attemptToKeep(way: Way, article: Identified, effects: Omit<SaveEffects, 'at'>): Promise<Kept | undefined> {
  const { store } = way
  const { presence, newest, same } = await store.identify(article.id, article.contentHash)
  if (presence === 'deleted' && !effects.restore) throw deleted(article.id)
  const known = presence === 'present' && same !== undefined
  // Nobody waits for an analysis that cannot be kept; the transaction looks again.
  if (effects.condition && !holds(effects.condition, await store.article(article.id))) throw stale(article.id)
  const toRecord = effects.idempotency !== undefined || effects.jobId !== undefined || effects.condition !== undefined
  if (known && !toRecord) return { outcome: 'unchanged', article: same }
  const version = newest + 1
  const analysed = known ? unanalysed(article, version) : await analysedAs(way, article, version)
  // What is known is not to be restored: were it deleted in this moment, the unanalysed article would take its place.
  const restore = effects.restore && !known
  const saved = await way.timed('save', () => store.saveAnalysis(analysed, { ...effects, restore, at: way.now() }))
  if (saved.outcome === 'stale') throw stale(article.id)
  return saved.outcome === 'created' || saved.outcome === 'unchanged' ? saved : undefined
}

async function analysedAs(way: Way, whole: Identified, version: number): Promise<PackedArticle> {
  const { page, ...article } = whole
  const analysis = await way.timed('analyse', () => way.engine.run('analysePacked', { article, version }))
  return { ...analysis, text: article.text, page }
}

/** An article whose content is stored already: the store writes down the request, and compares contents before it writes more. */
const unanalysed = (article: Identified, version: number): AnalysedArticle => ({
  ...article,
  version,
  skipped: [],
  counts: { sentences: 0, entities: 0, dates: 0, figures: 0, quotes: 0, facts: 0 },
  extractorVersion: '',
  annotations: new Uint8Array(),
  sentences: [],
  entities: [],
  facts: [],
})
