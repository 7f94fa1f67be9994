import type { Fact, Role } from '../../document/layers.js'
import type { Evidence } from './evidence.js'

/** One claim for each role: who is what, of what or whom. */
export function roleFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.role.map((role) => roleFact(evidence, role))
}

function roleFact(evidence: Evidence, role: Role): Fact {
  const holder = evidence.reference(role.holder)!
  const of = evidence.reference(role.of)
  const chain = evidence.chain(role)
  return {
    kind: 'role',
    summary: `${holder.text} ${role.former ? 'was' : 'is'} ${role.office}${of ? ` of ${of.text}` : ''}`,
    subject: holder,
    predicate: role.office,
    object: of,
    figure: null,
    time: null,
    place: null,
    entities: evidence.entities(role.holder, role.of),
    status: 'asserted',
    polarity: 'affirmed',
    statusCues: [],
    attribution: chain,
    confidence: 0.85,
    rule: role.rule,
    trigger: role.officeSpan,
    citations: [{ start: role.start, end: role.end }],
  }
}
