/** How a fact was put together: what its confidence is known by. */
export type Form = keyof typeof JUDGED

/** Facts of a form that a reader found right in every part, and all that were read: README.md says how and on what. */
const JUDGED = {
  'role.stated': [32, 33],
  'quote.direct': [21, 21],
  'quote.clause': [35, 40],
  'quote.act': [9, 10],
  'quote.source': [6, 10],
  'quote.colon': [14, 28],
  'event.light-verb': [7, 7],
  'event.passive': [17, 20],
  'event.verb': [32, 43],
  'event.noun': [1, 7],
  'event.possible': [6, 24],
  'figure.clause': [23, 33],
  'figure.phrase': [4, 13],
} as const satisfies Readonly<Record<string, readonly [right: number, read: number]>>

/** The share of such facts that is right, by the rule of succession: strictly between 0 and 1, two decimals. */
export function confidenceOf(form: Form): number {
  const [right, read] = JUDGED[form]
  return Math.round((100 * (right + 1)) / (read + 2)) / 100
}
