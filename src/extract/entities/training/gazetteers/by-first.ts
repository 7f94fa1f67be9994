/** Order of rows by their first column, in code units. */
export const byFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)
