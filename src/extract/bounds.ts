/**
 * What keeps every layer linear in the text with a small factor, whatever the text is: how much one item may hold, and how many may lie over one
 * character. Each is at least half as much again as the most that any of 2,000 news articles has, which stands beside it.
 */

/** UTF-16 units of a name; what is longer is none. 87. */
export const LONGEST_NAME = 200

/** Links of who says it, innermost first. 5. */
export const MOST_LINKS = 8

/** Words that say how certain a clause is. 6. */
export const MOST_CUES = 9

/** Who else takes part in an event. 23. */
export const MOST_PARTICIPANTS = 36

/** Events, roles, quotations, or the evidence of one kind of fact, that lie over one character. 4. */
export const MOST_AT_ONCE = 8
