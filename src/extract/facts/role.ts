import { isOwner } from '../../lang/en/pronouns.js'
import { mentionsIn } from '../../document/entities.js'
import type { Fact, Role } from '../../document/layers.js'
import { within, type Span } from '../../document/span.js'
import { confidenceOf } from './confidence.js'
import type { Evidence } from './evidence.js'
import { oneLine, shorten } from './words.js'

/** One claim for each role: who is what, of what or whom. An office that is told with its country elsewhere is not told again without. */
export function roleFacts(evidence: Evidence): Fact[] {
  const { role } = evidence.doc.layers
  const whole = new Set(role.filter(({ of }) => of !== null).map(claim))
  const facts = role
    .filter(({ holder }) => holder.end - holder.start > 1)
    .filter((one) => (VAGUE.test(one.office) ? ownerOf(evidence, one) !== null : one.of !== null || !whole.has(claim(one))))
    .map((one) => roleFact(evidence, one))
  const own = new Set(facts.filter(({ attribution }) => attribution.length === 0).map(told))
  return facts.filter((fact) => fact.attribution.length === 0 || !own.has(told(fact)))
}

/** What a fact states, whoever says it: what the article tells itself is not told again in the words of another. */
const told = ({ subject, predicate, object, polarity }: Fact): string =>
  `${subject?.entity ?? subject?.text}|${predicate}|${object?.entity ?? object?.text}|${polarity}`

/** What says little of somebody unless it is said of whom or what. */
const VAGUE =
  /^(?:leader|head|member|incumbent|winner|victim|owner|chief|executive|star|host|partner|rival|friend|ally|colleague|candidate|representative|successor|predecessor|founder|aide|deputy|assistant|parent|father|mother|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|nephew|niece|widow|grandfather|grandmother|secretary)$/

const claim = ({ holder, office, former }: Role): string => `${holder.entity} ${former ? 'was' : 'is'} ${office}`

/** Of what or whom somebody is what he is; null where that is not said, or only by a pronoun for nobody known. */
function ownerOf(evidence: Evidence, { of }: Role): ReturnType<Evidence['reference']> {
  const owner = evidence.reference(of)
  return owner !== null && owner.entity === null && isOwner(owner.text.toLowerCase()) ? null : owner
}

function roleFact(evidence: Evidence, role: Role): Fact {
  const { wording } = evidence
  const holder = evidence.reference(role.holder)!
  const of = ownerOf(evidence, role)
  const chain = evidence.chain(role, !STATED.test(role.rule))
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
    confidence: confidenceOf('role.stated'),
    rule: role.rule,
    trigger: role.officeSpan,
    citations: [{ start: role.start, end: role.end }],
  }
}

/** What a clause states of somebody is its speaker's; a title in reported words is the article's own. */
const STATED = /^en\.role\.(?:predicate|appointed)$/

/** The office in words: the article's own where it says of what after it (`an aide to Vladimir Putin`), else put together. */
function office({ doc }: Evidence, role: Role, of: ReturnType<Evidence['reference']>): string {
  const words = shorten(spelled(oneLine(doc.slice(role.officeSpan)), role.office, namesIn(doc, role.officeSpan)), 80)
  if (role.of === null || of === null) return `${articleOf(words)}${words}`
  if (role.of.start >= role.officeSpan.end && role.of.start - role.officeSpan.end < 24) {
    const link = oneLine(doc.text.slice(role.officeSpan.end, role.of.start))
    if (/^(?:of|for|to|at|in|with|on|from|under)(?: the| its)?$/i.test(link))
      return `${articleOf(words)}${words} ${link} ${shorten(of.text, 80)}`
  }
  const type = role.of.entity === null ? null : doc.layers.entity.all[role.of.entity]!.type
  const between = doc.text.slice(role.of.end, role.officeSpan.start)
  if (type === 'PERSON' || /^['’]s?\s/.test(between))
    return `${type !== 'PERSON' && THE.test(doc.text.slice(Math.max(0, role.of.start - 5), role.of.start)) ? 'the ' : ''}${of.text}${of.text.endsWith('s') ? '’' : '’s'} ${words}`
  const before = role.of.end <= role.officeSpan.start && /^[\s\w.-]*$/.test(between)
  if (type === 'NATIONALITY' || before) return `${articleOf(words) && articleOf(of.text)}${of.text} ${words}`
  return `${words} of ${/^(?:United|Netherlands|Philippines|UN$|US$|U\.S|UK$|EU$)/.test(of.text) ? 'the ' : ''}${of.text}`
}

const THE = /\bthe\s+$/i

/** The words of names in an office: `former Alabama congressman`. */
function namesIn({ text, layers: { entity } }: Evidence['doc'], span: Span): ReadonlySet<string> {
  const named = mentionsIn(entity, span).filter((mention) => mention.form === 'name' && within(mention, span))
  return new Set(named.flatMap(({ start, end }) => text.slice(start, end).split(/\s+/)))
}

/** The office as the layer has it, with its names and abbreviations as they are written: `FEMA director`. */
const spelled = (written: string, office: string, names: ReadonlySet<string>): string =>
  written.toLowerCase() === office
    ? written.replace(/\S+/g, (word) =>
        names.has(word) || /^[^-]*[A-Z][^-]*[A-Z]/.test(word) || NAMES.test(word) ? word : word.toLowerCase(),
      )
    : office

/** Bodies and parties whose name an office keeps: `House speaker`, `Democratic candidate`. */
const NAMES = /^(?:House|Senate|Congress|Treasury|Pentagon|Democratic|Republican|Labour)$/

/** `a `, `an `, or nothing before an office that only one holds at a time. */
const articleOf = (words: string): string =>
  /^(?:the|a|an)\b|\b(?:president|premier|chancellor|king|queen|pope|head|leader|chairman|chairwoman|chair|chief|director|secretary|minister|ceo|mayor|governor|speaker|attorney general|chief executive|sheriff|(?:secretary|director)[- ]general|secretary of .+|chief of .+|(?:head|director) of .+)$/i.test(
    words,
  )
    ? ''
    : /^[aeio]|^u(?!ni|n\b|s\b|se|\.?s|k)/i.test(words) || /^[FHLMNRSX][B-DF-HJ-NP-TV-Z]+\b/.test(words)
      ? 'an '
      : 'a '
