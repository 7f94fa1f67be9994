import type { Fact, Role } from '../../document/layers.js'
import type { Evidence } from './evidence.js'
import { oneLine, shorten } from './words.js'

/** `its ambassador` of nobody known. */
const PRONOUN = /^(?:its|his|her|their|our|my|your)$/i

/** One claim for each role: who is what, of what or whom. */
export function roleFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.role.map((role) => roleFact(evidence, role))
}

function roleFact(evidence: Evidence, role: Role): Fact {
  const { wording } = evidence
  const holder = evidence.reference(role.holder)!
  const known = evidence.reference(role.of)
  const of = known !== null && known.entity === null && PRONOUN.test(known.text) ? null : known
  const chain = evidence.chain(role)
  const certainty = evidence.status(role.officeSpan)
  const negated = certainty.polarity === 'negated' && wording.tells(evidence.tokensOf(role), certainty.statusCues)
  return {
    kind: 'role',
    summary: `${holder.text} ${role.former ? 'was' : 'is'} ${negated ? 'not ' : ''}${office(evidence, role, of)}${evidence.source(chain)}`,
    subject: holder,
    predicate: role.office,
    object: of,
    figure: null,
    time: null,
    place: null,
    entities: evidence.entities(role.holder, role.of),
    status: 'asserted',
    polarity: negated ? 'negated' : 'affirmed',
    statusCues: negated ? certainty.statusCues : [],
    attribution: chain,
    confidence: of === null ? 0.8 : of.entity === null ? 0.83 : 0.88,
    rule: role.rule,
    trigger: role.officeSpan,
    citations: [{ start: role.start, end: role.end }],
  }
}

/** The office in words: the article's own where it says of what after it (`an aide to Vladimir Putin`), else put together. */
function office({ doc }: Evidence, role: Role, of: ReturnType<Evidence['reference']>): string {
  const words = shorten(role.office, 80)
  if (role.of === null || of === null) return `${articleOf(words)}${words}`
  if (role.of.start >= role.officeSpan.end && role.of.start - role.officeSpan.end < 24) {
    const link = oneLine(doc.text.slice(role.officeSpan.end, role.of.start))
    if (/^(?:of|for|to|at|in|with|on|from|under)(?: the| its)?$/i.test(link))
      return `${articleOf(words)}${words} ${link} ${shorten(of.text, 80)}`
  }
  const type = role.of.entity === null ? null : doc.layers.entity.all[role.of.entity]!.type
  if (type === 'PERSON') return `${of.text}${of.text.endsWith('s') ? '’' : '’s'} ${words}`
  if (type === 'NATIONALITY') return `${articleOf(of.text)}${of.text} ${words}`
  return `${words} of ${/^(?:United|Netherlands|Philippines|UN$|US$|U\.S|UK$|EU$)/.test(of.text) ? 'the ' : ''}${of.text}`
}

/** `a `, `an `, or nothing before an office that only one holds at a time. */
const articleOf = (words: string): string =>
  /^(?:the|a|an)\b|\b(?:president|premier|chancellor|king|queen|pope|head|leader|chairman|chairwoman|chief|director|secretary|minister|ceo|mayor|governor|speaker)$/i.test(
    words,
  )
    ? ''
    : /^[aeio]|^u(?!ni|s\b|se)/i.test(words)
      ? 'an '
      : 'a '
