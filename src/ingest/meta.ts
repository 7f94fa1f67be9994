/** What an article is told to be, by its sender or by its page. */
export interface ArticleMeta {
  readonly url: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  /** RFC 3339 with an offset, or a date alone. */
  readonly publishedAt: string | null
  /** IANA zone. */
  readonly timezone: string | null
  readonly language: string
  readonly externalId: string | null
  readonly tags: readonly string[]
}
