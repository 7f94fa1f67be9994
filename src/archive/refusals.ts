import { ArchiveError } from './archive.js'

/** Its identity was deleted, and nobody asked for it to come back. */
export const deleted = (id: string): ArchiveError =>
  new ArchiveError('article_deleted', `The article ${id} was deleted; send it with restore=true to bring it back.`)

/** The condition of the write does not hold. */
export const stale = (id: string): ArchiveError =>
  new ArchiveError('precondition_failed', `The article ${id} is not in the state that If-Match or If-None-Match requires.`)
