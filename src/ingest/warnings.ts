import type { Span } from '../document/span.js'

/** What can be doubtful about an article that was taken in. */
export type Warning = 'probably-truncated' | 'no-date' | 'several-articles'

/** What each warning means to who reads the article; in the order in which an article carries them. */
export const WARNINGS: readonly { readonly name: Warning; readonly meaning: string }[] = [
  {
    name: 'probably-truncated',
    meaning: 'the text seems to be the beginning of a longer one (a teaser, or a page whose text is behind a paywall or in a script).',
  },
  { name: 'no-date', meaning: 'no publication date was sent or found, so that relative dates (`on Monday`) have no value.' },
  {
    name: 'several-articles',
    meaning: 'the page holds several articles; the text may be more than one of them, under the metadata of the first.',
  },
]

/** `The talks will go on, …`, `… on Monday [+4211 chars]`: what feeds and pages write where they break off. */
const BROKEN_OFF = /(?:…|\.\.\.|\[\+\d{1,7} chars\])["”’)\]]?$/

/** What is doubtful about a text that was taken in; `page` is what a page lets see of it. */
export function warningsOf(
  text: string,
  ignored: readonly Span[],
  publishedAt: string | null,
  page: { readonly stub: boolean; readonly several: boolean } | null,
): readonly Warning[] {
  const found: Readonly<Record<Warning, boolean>> = {
    'probably-truncated': page?.stub === true || BROKEN_OFF.test(endOf(text, ignored)),
    'no-date': publishedAt === null,
    'several-articles': page?.several === true,
  }
  return WARNINGS.map(({ name }) => name).filter((name) => found[name])
}

/** The last characters of what is not ignored. */
function endOf(text: string, ignored: readonly Span[]): string {
  let end = text.length
  for (let i = ignored.length - 1; i >= 0 && text.slice(ignored[i]!.end, end).trim() === ''; i--) end = ignored[i]!.start
  return text.slice(Math.max(0, end - 200), end).trimEnd()
}
