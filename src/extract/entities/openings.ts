const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an'])

/** Words with which a sentence opens, and with them the stretch of capitals. */
const OPENING: ReadonlySet<string> = new Set(
  `without with in on at for from by as after before since while when if but and or to under over during despite because although though until unlike like about both either this that these those his her its their our my your he she it they we i you there here what who why how where then now also not no yes is are was were`.split(
    ' ',
  ),
)

/** All words that a sentence opens with, in lower case. */
export const openings = (): Iterable<string> => [...ARTICLES, ...OPENING]

/** `the`, `a`, `an`: never part of a name here. */
export const isArticle = (norm: string): boolean => ARTICLES.has(norm)

/** Whether a capital on this word says nothing: it opens the sentence or is an article. */
export const isOpening = (norm: string): boolean => ARTICLES.has(norm) || OPENING.has(norm)
