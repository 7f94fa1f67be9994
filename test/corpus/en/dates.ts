import { BORDERS } from './dates/borders.js'
import { DAYS } from './dates/days.js'
import { FORMS } from './dates/forms.js'
import { LENGTHS } from './dates/lengths.js'
import { NEWS } from './dates/news.js'
import { PERIODS } from './dates/periods.js'
import { TURNS } from './dates/turns.js'
import { VERBS } from './dates/verbs.js'
import type { DatePhrases } from './dates/phrases.js'

export { NARRATIVE } from './dates/narrative.js'
export { NEVER } from './dates/never.js'
export { STORIES } from './dates/stories.js'

/** What is said, and what it means on the day of publication. */
export const DATES: readonly DatePhrases[] = [...DAYS, ...PERIODS, ...LENGTHS, ...FORMS, ...VERBS, ...BORDERS, ...TURNS, ...NEWS]
