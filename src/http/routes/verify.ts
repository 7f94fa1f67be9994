import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Store } from '../../store/port.js'
import { storedArticle } from '../article-answer.js'
import { problemOf } from '../errors.js'
import { MOST_PLACES, placesIn, placesOf } from '../find-quote.js'
import { nearest } from '../nearest.js'
import { offsetMap, toUtf16 } from '../../document/offsets.js'
import { operation } from '../operation.js'
import { claimedCitation, verdict } from '../schemas/search.js'

type Claim = z.output<typeof claimedCitation>
type Verdict = z.output<typeof verdict>

/** Citations of one request, at most. */
const MOST_CLAIMS = 100
/** What stands in a claimed place is shown so much longer than its quote. Characters. */
const LONGER = 1000

/** A citation whose place is not claimed: it holds where the quote stands at all. */
async function found(store: Store, { articleId, version, quote, offsetUnit }: Claim): Promise<Verdict> {
  const places =
    articleId === undefined
      ? await placesOf(store, quote, offsetUnit)
      : placesIn(await storedArticle(store, articleId, version), quote, offsetUnit)
  const valid = places.length > 0
  return { valid, actual: valid ? quote : null, places, offsetUnit }
}

async function checked(store: Store, claim: Claim): Promise<Verdict> {
  const { articleId, version, start, end, quote, offsetUnit } = claim
  if (articleId === undefined || start === undefined || end === undefined) return found(store, claim)
  const article = await storedArticle(store, articleId, version)
  const [from, to] = [toUtf16(article.text, offsetUnit, start), toUtf16(article.text, offsetUnit, end)]
  const valid = from !== undefined && to !== undefined && article.text.slice(from, to) === quote
  const actual = from === undefined || to === undefined ? null : article.text.slice(from, Math.min(to, from + quote.length + LONGER))
  if (valid) return { valid, actual, offsetUnit }
  const movedTo = movedIn(article, claim, from ?? 0) ?? movedIn(await storedArticle(store, articleId), claim, from ?? 0)
  return { valid, actual, ...(movedTo && { movedTo }), offsetUnit }
}

/** The place of the quote nearest to the claimed one. */
function movedIn({ text, version }: { readonly text: string; readonly version: number }, { quote, offsetUnit }: Claim, around: number) {
  const start = nearest(text, quote, around)
  if (start === undefined) return undefined
  const map = offsetMap(text, offsetUnit)
  const end = start + quote.length
  return { version, start: map ? map.out(start) : start, end: map ? map.out(end) : end }
}

/** The verdict on one citation of a list: what would be a problem by itself is told in its place. */
async function inList(store: Store, claim: Claim): Promise<Verdict> {
  await setImmediate() // others get their turn between two long texts
  try {
    return await checked(store, claim)
  } catch (error) {
    const { code, status, message } = problemOf(error)
    if (status >= 500) throw error
    return { valid: false, actual: null, offsetUnit: claim.offsetUnit, error: { code, detail: message } }
  }
}

export const verify = operation({
  method: 'POST',
  path: '/v1/verify',
  operationId: 'verify',
  summary: 'Check citations',
  description:
    'Whether an article says exactly this, exactly there; and if not, what stands there and where the quote is to be found. Without `start` and `end` the quote is ' +
    `looked for in the article, without \`articleId\` in all of them: \`places\` lists where it stands, ${MOST_PLACES} at most. A list of up to ${MOST_CLAIMS} citations is answered with ` +
    'a list of verdicts in the same order; what would be an error by itself is in `error` there.',
  tag: 'Search',
  scope: 'read',
  body: z.union([claimedCitation, z.array(claimedCitation).min(1).max(MOST_CLAIMS)]),
  answers: { 200: { description: 'The verdict; for a list, a list.', schema: z.union([verdict, z.array(verdict)]) } },
  problems: ['article_not_found', 'version_not_found', 'article_gone'],
  handle: async ({ body }, { store }) => {
    if (!Array.isArray(body)) return { status: 200, value: await checked(store, body) }
    const verdicts: Verdict[] = []
    for (const claim of body) verdicts.push(await inList(store, claim))
    return { status: 200, value: verdicts }
  },
})
