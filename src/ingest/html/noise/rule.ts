type AtLeastOne<T> = readonly [T, ...T[]]

/** A kind of element that is not the article, and the tags that prove it. */
export interface NoiseRule {
  /** `consent.vendor`. */
  readonly id: string
  /** Why no reader misses it. */
  readonly because: string
  /** Element names, in lower case. */
  readonly names?: ReadonlySet<string>
  /** What its classes and its id are named, see `namesOf`. */
  readonly named?: RegExp
  /** Attributes and what their values look like; one that does is enough. */
  readonly attributes?: AtLeastOne<readonly [name: string, value: RegExp]>
  /**
   * The share of the page's words that it may hold at most. People choose names: `related` may stand on the article itself.
   */
  readonly most: number
  /** It goes from the text alone: what it holds still tells who wrote the article. */
  readonly textOnly?: true
  /** Opening tags of elements that go. */
  readonly examples: AtLeastOne<string>
  /** Opening tags that look alike. */
  readonly never: AtLeastOne<string>
}

/** Names that say what an element is not, or what state the page is in: `no-ads`, `has-comments`. */
const STATE =
  /^(?:no|non|not|has|have|with|without|hide|hides|show(?! for sr)|shows|is(?! (?:vis|visually|sr|screen))|are|js|enable|enabled|disable|disabled|supports?)(?:$| )/
/** What style sheets add to a name: `ad__x1y2z`. */
const HASH = / (?=\w{0,12}\d)(?=\w{0,12}[a-z])\w{4,12}$/
const MOST_READ = 400

/** Attributes by which the makers of a page name its parts. */
const NAMING = ['class', 'id', 'data-testid', 'data-component']

/** Classes, id and the like as words, one name after the other: `cookieBanner ad-box_x12ab` → `|cookie banner|ad box|`. */
export function namesOf(get: (attribute: string) => string | null | undefined): string {
  const stated = NAMING.map((attribute) => get(attribute) ?? '').join(' ')
  if (stated.trim() === '') return ''
  const names = stated
    .slice(0, MOST_READ)
    .split(/\s+/)
    .map((name) =>
      name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
        .replace(HASH, ''),
    )
    .filter((name) => name !== '' && !STATE.test(name))
  return names.length > 0 ? `|${names.join('|')}|` : ''
}

/** A name that holds one of these words in a row (`anywhere`), or ends with one (`ending`). */
export function named(words: { readonly anywhere?: string; readonly ending?: string }): RegExp {
  const forms = [words.anywhere && `(?:${words.anywhere})(?=[ |])`, words.ending && `(?:${words.ending})(?=\\|)`]
  return new RegExp(`(?<=[ |])(?:${forms.filter(Boolean).join('|')})`)
}
