const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** Whether a word in lower case is a weekday in full. */
export const isWeekday = (norm: string): boolean => WEEKDAY.test(norm)
