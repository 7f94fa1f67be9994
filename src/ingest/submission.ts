import type { ArticleMeta } from './meta.js'

/** An article as a client sends it: `text` or `html`, not both; the rest where known. Already validated. */
export interface Submission extends Partial<{ [K in Exclude<keyof ArticleMeta, 'tags'>]: string }> {
  readonly text?: string
  readonly html?: string
  readonly tags?: readonly string[]
}
