import type { Span } from '../../document/span.js'
import type { Article } from '../../store/records.js'
import { storedArticle } from '../article-answer.js'
import { nearest } from '../nearest.js'
import { offsetMap, toUtf16 } from '../../document/offsets.js'
import { operation } from '../operation.js'
import { claimedCitation, verdict } from '../schemas/search.js'
import type { OffsetUnit } from '../schemas/common.js'

function placeIn(article: Article, quote: string, around: number, unit: OffsetUnit): (Span & { readonly version: number }) | undefined {
  const start = nearest(article.text, quote, around)
  if (start === undefined) return undefined
  const map = offsetMap(article.text, unit)
  const end = start + quote.length
  return { version: article.version, start: map ? map.out(start) : start, end: map ? map.out(end) : end }
}

export const verify = operation({
  method: 'POST',
  path: '/v1/verify',
  operationId: 'verify',
  summary: 'Check a citation',
  description: 'Whether an article says exactly this, exactly there; and if not, what stands there and where the quote is to be found.',
  tag: 'Search',
  scope: 'read',
  body: claimedCitation,
  answers: { 200: { description: 'The verdict.', schema: verdict } },
  problems: ['article_not_found', 'version_not_found', 'article_gone'],
  handle: async ({ body: { articleId, version, start, end, quote, offsetUnit } }, { store }) => {
    const article = await storedArticle(store, articleId, version)
    const [from, to] = [toUtf16(article.text, offsetUnit, start), toUtf16(article.text, offsetUnit, end)]
    const actual = from === undefined || to === undefined ? null : article.text.slice(from, to)
    if (actual === quote) return { status: 200, value: { valid: true, actual, offsetUnit } }
    const newest = await storedArticle(store, articleId)
    const around = from ?? 0
    const movedTo = placeIn(article, quote, around, offsetUnit) ?? placeIn(newest, quote, around, offsetUnit)
    return { status: 200, value: { valid: false, actual, ...(movedTo && { movedTo }), offsetUnit } }
  },
})
