import { COMMENTS } from './rules/comments.js'
import { CREDITS } from './rules/credits.js'
import { LINKS } from './rules/links.js'
import { NAVIGATION } from './rules/navigation.js'
import { SHARE } from './rules/share.js'
import type { LineRule } from './rule.js'

/** Lines around an article that its words alone give away. Order decides where two match. */
export const LINE_RULES: readonly LineRule[] = [...NAVIGATION, ...CREDITS, ...SHARE, ...COMMENTS, ...LINKS]
