import type { Article, ArticleMeta } from '../store/records.js'
import { articleDigest, holds, type Precondition } from '../store/precondition.js'
import type { SaveOutcome } from '../store/port.js'
import { StoreError } from '../store/store-error.js'
import type { Submission } from '../ingest/submission.js'
import type { ArticleChange } from './archive.js'
import type { Way } from './keep.js'
import { deleted, stale } from './refusals.js'

/** How often another process may write the same article before us. */
const ATTEMPTS = 8

/** What facts are read with: another value of one makes another version. */
const READ_WITH = ['title', 'publisher', 'author', 'publishedAt', 'timezone', 'language'] as const

/**
 * Changes what is told of a stored article. What facts are read with makes the next version, with the text read again; tags and the
 * sender's id are written into the version there is. Undefined where there is no such article. Raises `ArchiveError`.
 */
export function change(way: Way, id: string, changes: ArticleChange, condition: Precondition = {}): Promise<Article | undefined> {
  return way.turns.take(id, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const current = await way.store.article(id)
      if (!current) return undefined
      if (!holds(condition, current)) throw stale(id)
      const saved = await write(way, current, changes)
      if (saved.outcome === 'deleted') throw deleted(id)
      if (saved.outcome === 'created' || saved.outcome === 'unchanged') return saved.article
    }
    throw new StoreError('busy', `${id}: other processes wrote it ${ATTEMPTS} times in a row before this change.`)
  })
}

/** Writes the changed article, provided that it is still the one that was read. */
async function write(way: Way, current: Article, changes: ArticleChange): Promise<SaveOutcome> {
  const at = way.now()
  const condition = { match: [articleDigest(current)] }
  const meta = { ...metaOf(current), ...changes, tags: changes.tags === undefined ? current.tags : (changes.tags ?? []) }
  if (!READ_WITH.every((name) => meta[name] === current[name])) {
    const analysed = await nextVersion(way, current, meta)
    const saved = await way.timed('save', () => way.store.saveAnalysis(analysed, { at, condition, restore: false, revision: true }))
    // Read alike after all, as `en-GB` is `en`: what is left are the labels.
    if (saved.outcome !== 'unchanged') return saved
  }
  return way.store.relabel(current.id, meta, { at, condition })
}

/** The next version of an article. The page stays with the version that it was sent for. */
async function nextVersion(way: Way, { id, version, text, url, warnings }: Article, meta: Meta) {
  const submission = { ...Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null)), text } as Submission
  const { page, ...ingested } = await way.engine.run('ingest', submission)
  const article = {
    ...ingested,
    id,
    meta: { ...ingested.meta, url },
    warnings: [...new Set([...warnings.filter((warning) => warning !== 'no-date'), ...ingested.warnings])],
  }
  const analysis = await way.timed('analyse', () => way.engine.run('analysePacked', { article, version: version + 1 }))
  return { ...analysis, text, page }
}

type Meta = { readonly [Name in keyof Omit<ArticleMeta, 'tags' | 'url'>]: string | null } & { readonly tags: readonly string[] }

const metaOf = ({ title, publisher, author, publishedAt, timezone, language, externalId, tags }: Article): Meta => ({
  title,
  publisher,
  author,
  publishedAt,
  timezone,
  language,
  externalId,
  tags,
})
