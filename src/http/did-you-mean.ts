import { predicatesOf, unitsOf } from '../query/values.js'
import type { LookedUp, Store, ValuesOf } from '../store/port.js'
import type { WordQuery } from '../store/word-query.js'

/** What a parameter could have meant that finds nothing by itself. */
export interface DidYouMean {
  readonly parameter: string
  readonly given: string
  readonly values: readonly string[]
}

/** Parameters to be looked at where a list is empty. */
type LookUps = Readonly<Record<string, LookedUp | undefined>>

/** For an empty first page, what would find something; undefined where there is nothing to say. */
export async function didYouMean(
  store: Store,
  page: { readonly items: readonly unknown[] },
  cursor: string | undefined,
  lookUps: LookUps,
): Promise<readonly DidYouMean[] | undefined> {
  if (page.items.length > 0 || cursor !== undefined) return undefined
  const found: DidYouMean[] = []
  for (const [parameter, lookedUp] of Object.entries(lookUps)) {
    for (const miss of lookedUp ? await store.nearMisses(lookedUp) : []) found.push({ parameter, ...miss })
  }
  return found.length === 0 ? undefined : found
}

/** Words as they stand in the address. */
export const wordsIn = (
  among: 'said' | 'counted' | 'sentences' | 'names',
  query: WordQuery | undefined,
  text: unknown,
): LookedUp | undefined => query && { among, query, text: String(text) }

/** Values of a filter. */
export const valuesIn = (
  among: ValuesOf['among'],
  values: readonly string[] | undefined,
  meant: (value: string) => readonly string[] = (value) => [value],
): LookedUp | undefined => values && { among, values: values.map((given) => ({ given, meant: meant(given) })) }

/** Filters of facts as they were read, as far as words can be mistaken in them. */
interface FactFilters {
  readonly q?: WordQuery | undefined
  readonly of?: WordQuery | undefined
  readonly entity?: readonly (readonly string[])[] | undefined
  readonly speaker?: readonly string[] | undefined
  readonly via?: readonly string[] | undefined
  readonly place?: readonly string[] | undefined
  readonly publisher?: readonly string[] | undefined
  readonly event?: readonly string[] | undefined
  readonly unit?: readonly string[] | undefined
  readonly role?: readonly string[] | undefined
}

/** The look-ups of a list of facts; `asked` has the parameters as they stand in the address. */
export const factLookUps = (query: FactFilters, asked: Readonly<Record<string, unknown>>): LookUps => ({
  q: wordsIn('said', query.q, asked['q']),
  of: wordsIn('counted', query.of, asked['of']),
  entity: valuesIn('party', query.entity?.flat()),
  speaker: valuesIn('party', query.speaker),
  via: valuesIn('party', query.via),
  place: valuesIn('party', query.place),
  publisher: valuesIn('publisher', query.publisher),
  event: valuesIn('event', query.event, predicatesOf),
  unit: valuesIn('unit', query.unit, unitsOf),
  role: valuesIn('role', query.role, (office) => [office.toLowerCase()]),
})
