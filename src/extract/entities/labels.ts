/** Classes of names that the model tells apart. */
export const CLASSES = ['PER', 'ORG', 'LOC', 'MISC'] as const
export type NameClass = (typeof CLASSES)[number]

/** Place of a token in a name: begins it, is inside, is its last, or is all of it. */
export const Place = { begin: 0, inside: 1, last: 2, unit: 3 } as const

/** Label 0 is outside every name; then four places for each class. */
export const OUTSIDE = 0
export const LABELS: readonly string[] = ['O', ...CLASSES.flatMap((name) => ['B', 'I', 'L', 'U'].map((place) => `${place}-${name}`))]

export const labelOf = (cls: number, place: number): number => 1 + 4 * cls + place
export const classOf = (label: number): number => (label - 1) >> 2
export const placeOf = (label: number): number => (label - 1) & 3

const opens = (label: number): boolean => label !== OUTSIDE && placeOf(label) < Place.last

/** Whether `next` may follow `label`: a name that was begun must be ended. */
export const mayFollow = (label: number, next: number): boolean =>
  opens(label)
    ? next !== OUTSIDE && classOf(next) === classOf(label) && (placeOf(next) === Place.inside || placeOf(next) === Place.last)
    : next === OUTSIDE || placeOf(next) === Place.begin || placeOf(next) === Place.unit

/** Whether a stretch may end with this label. */
export const mayEnd = (label: number): boolean => !opens(label)

/** A name that labels spell out: tokens `[first, end)`. */
export interface Labelled {
  readonly first: number
  readonly end: number
  readonly cls: number
}

/** The names in labels of the tokens `[first, first + labels.length)`. */
export function namesIn(labels: ArrayLike<number>, first: number): Labelled[] {
  const names: Labelled[] = []
  let start = 0
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    if (label === OUTSIDE) continue
    const place = placeOf(label)
    if (place === Place.begin || place === Place.unit) start = i
    if (place === Place.last || place === Place.unit) names.push({ first: first + start, end: first + i + 1, cls: classOf(label) })
  }
  return names
}
