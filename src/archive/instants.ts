const DATE = /^(\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d(:\d\d(:\d\d(\.\d{1,9})?)?)?/
const OFFSET = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i

/**
 * UTC milliseconds of a calendar date (its midnight in UTC) or a time (in its own offset, else in UTC); null where there is
 * none or it cannot be read.
 */
export function instant(time: string | null): number | null {
  if (time === null) return null
  const date = DATE.exec(time)
  if (date) return valid(Date.parse(`${date[1]!.padStart(4, '0')}-${date[2] ?? '01'}-${date[3] ?? '01'}T00:00:00Z`))
  const clock = TIME.exec(time)?.[0]
  if (clock === undefined) return null
  const rest = time.slice(clock.length)
  if (rest !== '' && !(OFFSET.test(rest) && rest.length <= 6)) return null
  const seconds = clock.length === 13 ? `${clock}:00:00` : clock.length === 16 ? `${clock}:00` : clock
  return valid(Date.parse(seconds + offset(rest)))
}

const valid = (milliseconds: number): number | null => (Number.isNaN(milliseconds) ? null : milliseconds)

/** `+8`-like short offsets as `Date.parse` wants them: `+08` is `+08:00`. */
function offset(text: string): string {
  if (text === '' || text.toUpperCase() === 'Z') return 'Z'
  if (text.length === 3) return `${text}:00`
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`
}
