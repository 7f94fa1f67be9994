/** How a fact was put together: what its confidence is known by. */
export type Form = keyof typeof JUDGED

/** Facts of a form that a reader found right in every part, and all that were read: README.md says how and on what. */
const JUDGED = {
  'role.stated': [63, 70],
  'quote.direct': [57, 62],
  'quote.clause': [47, 61],
  'quote.act': [16, 23],
  'quote.source': [4, 8],
  'quote.colon': [9, 21],
  'event.light-verb': [5, 5],
  'event.passive': [11, 14],
  'event.verb': [49, 99],
  'event.noun': [1, 7],
  'event.possible': [5, 22],
  'figure.clause': [12, 18],
  'figure.phrase': [4, 11],
} as const satisfies Readonly<Record<string, readonly [right: number, read: number]>>

/** The share of such facts that is right, by the rule of succession: strictly between 0 and 1, two decimals. */
export function confidenceOf(form: Form): number {
  const [right, read] = JUDGED[form]
  return Math.round((100 * (right + 1)) / (read + 2)) / 100
}
