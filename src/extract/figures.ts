import type { Stage } from '../document/document.js'
import type { Figure } from '../document/layers.js'
import type { Span } from '../document/span.js'
import { ARTICLES } from '../lang/en/articles.js'
import { FIGURES } from '../lang/en/figures/rules.js'
import { inSi } from '../lang/en/figures/si.js'
import type { FigureNeeds, Quantity } from '../lang/en/figures/quantity.js'
import { longest, outside } from '../rules/longest.js'
import { match, ruleTable } from '../rules/match.js'
import type { Match } from '../rules/rule.js'
import { withChanges } from './figures/change.js'
import { withCounted } from './figures/counted.js'
import type { Draft, Reading } from './figures/draft.js'
import { outsideNames, plausible } from './figures/plausible.js'
import { joinRanges } from './figures/ranges.js'
import { withArticle, withModifier, withRate, withSign } from './figures/surroundings.js'

const TABLE = ruleTable(FIGURES, ARTICLES)

/** Marks quantities, and what they count or measure. */
export const figures: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date', 'figure'> = {
  adds: 'figure',
  run: (doc) => {
    const read = longest(match<Quantity, FigureNeeds>(TABLE, doc))
    const named = outsideNames(drafts(read, doc), doc.layers.entity.mentions)
    const signed = outside(named, doc.layers.date).map((draft) => withRate(withSign(withArticle(draft, doc), doc), doc))
    const whole = plausible(joinRanges(outsideRates(signed), doc), doc)
    const bounded = whole.map((draft) => withModifier(draft, doc))
    const counted = withCounted(withChanges(bounded, doc), doc.layers.date, doc)
    return disjoint(
      outside(
        counted.map((draft) => figureOf(draft, doc.context.country)),
        doc.layers.date,
      ),
    )
  },
}

function drafts(found: readonly Match<Quantity>[], doc: Reading): Draft[] {
  const { sentence } = doc.layers
  let at = 0
  return found.map((quantity) => {
    while (sentence[at]!.end <= quantity.start) at++
    return draftOf(quantity, at)
  })
}

/** Field by field: every step copies its drafts, and copies of one literal take a third of the time that those of a spread take. */
const draftOf = (quantity: Match<Quantity>, sentence: number): Draft => ({
  start: quantity.start,
  end: quantity.end,
  kind: quantity.kind,
  value: quantity.value,
  min: quantity.min,
  max: quantity.max,
  mantissa: quantity.mantissa,
  scale: quantity.scale,
  unit: quantity.unit,
  currency: quantity.currency,
  per: quantity.per,
  bare: quantity.bare,
  change: quantity.change,
  rule: quantity.rule,
  sentence,
  coreStart: quantity.start,
  tail: quantity.end,
  vague: quantity.value === null,
  modifier: quantity.value === null ? 'between' : 'exact',
  of: null,
})

/** What the contract says of a value and its bounds, by modifier. */
function figureOf(draft: Draft, country: string | null): Figure {
  const { start, end, kind, modifier, change, unit, currency, per, of, rule } = draft
  const bounds = {
    exact: { value: draft.value, min: draft.value, max: draft.value },
    about: { value: draft.value, min: null, max: null },
    more_than: { value: draft.value, min: draft.value, max: null },
    at_least: { value: draft.value, min: draft.value, max: null },
    less_than: { value: draft.value, min: null, max: draft.value },
    up_to: { value: draft.value, min: null, max: draft.value },
    between: { value: null, min: draft.min, max: draft.max },
  }[modifier]
  const si =
    kind === 'measure' && unit
      ? inSi({ unit: unit.name, per, ...bounds, difference: change !== null && change.to === null }, country)
      : null
  return {
    start,
    end,
    kind,
    ...bounds,
    modifier,
    change,
    unit,
    ...(draft.vague && { vague: true as const }),
    ...(si && { si }),
    currency,
    per,
    of,
    rule,
  }
}

/** Figures in text order of which a later one never reaches into an earlier one. */
function disjoint<S extends Span>(spans: readonly S[]): S[] {
  const kept: S[] = []
  for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}

/** `64 cents a dozen`: what lies in the rate of another figure is none itself. */
const outsideRates = (all: readonly Draft[]): Draft[] => {
  let tail = 0
  return all.filter((draft) => {
    if (draft.start < tail) return false
    tail = draft.tail
    return true
  })
}
