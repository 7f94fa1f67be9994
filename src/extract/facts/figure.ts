import type { Fact, Figure } from '../../document/layers.js'
import { mentionsIn } from '../../document/entities.js'
import { overlap, within } from '../../document/span.js'
import { cover, type Evidence } from './evidence.js'
import { statusInWords } from './words.js'

/** A figure says something when it is known what it counts or measures, or when it is money or a share. */
const speaks = ({ kind, of }: Figure): boolean =>
  kind !== 'ordinal' && (of !== null || kind === 'money' || kind === 'percent' || kind === 'measure')

/** One claim for each figure that says something: `8,000 North Korean labourers in Russia, according to …`. */
export function figureFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.figure.flatMap((figure, index) => (speaks(figure) ? [figureFact(evidence, figure, index)] : []))
}

function figureFact(evidence: Evidence, figure: Figure, index: number): Fact {
  const { doc } = evidence
  const date = evidence.date(figure)
  const place = evidence.place(figure)
  const chain = evidence.chain(figure)
  const certainty = evidence.status(figure)
  const sentence = evidence.sentence(figure)
  const near = figure.of !== null && overlap(figure.of, sentence) ? figure.of : null
  const quote = cover(figure, near)
  const of = figure.of === null ? null : evidence.text(figure.of)
  const amount = evidence.text(figure)
  const where = place && (figure.of === null || !within(place, figure.of)) ? ` in ${evidence.name(place.entity)}` : ''
  const what =
    of === null
      ? amount
      : figure.kind === 'count'
        ? `${amount} ${of}`
        : figure.kind === 'percent' || figure.kind === 'ratio'
          ? `${amount} of ${of}`
          : `${of}: ${amount}`
  return {
    kind: 'figure',
    summary: `${what}${inWords(figure)}${where}${evidence.when(date)}${statusInWords(certainty.status, certainty.polarity)}${evidence.source(chain)}`,
    subject: of === null ? null : { entity: evidence.headEntity(figure.of!), text: of },
    predicate: predicateOf(evidence, figure),
    object: { entity: null, text: amount },
    figure: index,
    time: evidence.time(date),
    place: place && { entity: place.entity, text: evidence.name(place.entity) },
    entities: evidence.entities(sentence),
    ...certainty,
    attribution: chain,
    confidence: figure.of === null ? 0.6 : mentionsIn(doc.layers.entity, figure.of).length ? 0.85 : 0.8,
    rule: figure.rule,
    trigger: figure,
    citations: [within(quote, sentence) ? quote : { start: figure.start, end: figure.end }],
  }
}

/** The change that a second figure carries: ` (up from 60000000)`. */
function inWords({ change }: Figure): string {
  if (change === null) return ''
  const from = change.from === null ? '' : ` from ${change.from}`
  const by = change.by === null || change.from !== null ? '' : ` by ${change.by}`
  return ` (${change.direction}${from}${by})`
}

/** Lemma of the verb that governs the figure; `number` where there is none. */
function predicateOf({ doc }: Evidence, figure: Figure): string {
  const { token, grammar } = doc.layers
  let at = token.at(figure.start)
  for (let steps = 0; at >= 0 && steps < 16; at = grammar.head(at), steps++) if (grammar.upos(at) === 'VERB') return grammar.lemma(at)
  return figure.kind === 'count' ? 'number' : 'amount'
}
