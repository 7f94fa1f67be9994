import { isAnybody } from '../../lang/en/pronouns.js'
import { Enclosing } from '../../document/quotes.js'
import type { AttributionLink, Quote } from '../../document/layers.js'
import { MOST_LINKS } from '../bounds.js'
import type { Parsed } from './phrase.js'

/**
 * Leaves out of what somebody says the stances that it tells and what the same speaker says again, and adds to what another says
 * there the links of those around it: `Kim told Putin, the BBC said`.
 */
export function inOrder(doc: Parsed, sorted: readonly Quote[]): Quote[] {
  const enclosing = new Enclosing(sorted)
  return sorted.flatMap((quote) => {
    const outer = enclosing.of(quote.cue ?? quote).filter((other) => other !== quote)
    if (outer.length === 0) return [quote]
    if (isNobodys(quote) || !isOwnStatement(doc, quote) || outer.some((other) => isSame(quote, other))) return []
    const links: AttributionLink[] = outer.flatMap((other) =>
      other.kind === 'stance' || isNobodys(other) ? [] : other.attribution.slice(0, other.own),
    )
    return [links.length ? { ...quote, attribution: [...quote.attribution, ...links].slice(0, MOST_LINKS) } : quote]
  })
}

/** Whether something is stated inside what somebody else says: in a clause, or by the verb that all of it hangs on. */
function isOwnStatement({ layers: { token, grammar } }: Parsed, { kind, direct, cue, rule }: Quote): boolean {
  if (kind === 'stance') return false
  return direct || isClausal(rule) || cue === null || MAIN.test(grammar.relation(token.at(cue.start)))
}

/** Whether a pronoun that stands for nobody known says it: `those who say`, `you might think`. */
const isNobodys = ({ speaker, direct }: Quote): boolean =>
  !direct && (speaker === null || (speaker.entity === null && isAnybody(speaker.name.toLowerCase())))

const CLAUSAL = /(?:verb-content|content-verb|verb-clause|as-clause|according-to)$/

/** Whether a rule finds clauses, not names of what is spoken of. */
export const isClausal = (rule: string): boolean => CLAUSAL.test(rule)

const MAIN = /^(?:root|ccomp|conj|parataxis)$/

/** Whether two quotations have one speaker. */
const isSame = ({ speaker: a }: Quote, { speaker: b }: Quote): boolean =>
  a !== null && b !== null && (a.entity === null ? a.name === b.name : a.entity === b.entity)
