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
