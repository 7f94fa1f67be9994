import type { Citation, FactArticle, FactRecord, FigureRecord, LinkRecord, Reference } from '../../store/records.js'

/**
 * W3C Web Annotation for what is said where, PROV for who says it and where it comes from, Dublin Core and schema.org for the source and
 * for what is claimed; `attest:` has what none of them has a word for, under the names of the JSON.
 */
export const LD_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    prov: 'http://www.w3.org/ns/prov#',
    dcterms: 'http://purl.org/dc/terms/',
    schema: 'http://schema.org/',
    attest: 'urn:attest:terms#',
  },
] as const

const urn = (id: string | null): string => `urn:attest:${id ?? 'unstored'}`

/** Where a citation lies. Offsets are code points, as the Web Annotation model counts them. */
function target(citation: Citation, url: string | null) {
  return {
    type: 'SpecificResource',
    source: url ?? urn(citation.articleId),
    selector: [
      { type: 'TextQuoteSelector', exact: citation.quote, prefix: citation.prefix, suffix: citation.suffix },
      { type: 'TextPositionSelector', start: citation.start, end: citation.end },
    ],
  }
}

function source(article: FactArticle | null) {
  if (!article) return undefined
  const { id, url, title, publisher, publishedAt, version } = article
  return {
    id: url ?? urn(id),
    type: ['prov:Entity', 'schema:NewsArticle'],
    'dcterms:identifier': id,
    'schema:version': version,
    ...(title !== null && { 'dcterms:title': title }),
    ...(publishedAt !== null && { 'dcterms:issued': publishedAt }),
    ...(publisher !== null && { 'prov:wasAttributedTo': { type: ['prov:Agent', 'schema:Organization'], 'schema:name': publisher } }),
  }
}

/** Somebody or something by name, and by id where it is known across articles. */
const named = (type: string, { entityId, text }: Reference) => ({
  ...(entityId !== null && { id: urn(entityId) }),
  type,
  'schema:name': text,
})

/** A record without what is null or undefined. */
const known = (item: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined))

function amount({ value, min, max, unit, currency, modifier, per, of }: FigureRecord) {
  return known({
    type: currency === null ? 'schema:QuantitativeValue' : 'schema:MonetaryAmount',
    'schema:value': value,
    'schema:minValue': min,
    'schema:maxValue': max,
    'schema:unitText': unit?.name,
    'schema:currency': currency,
    'attest:modifier': modifier,
    'attest:per': per,
    'attest:of': of?.text,
  })
}

/** What is claimed, for programs. `schema:endDate` is exclusive, as all ends of intervals are here. */
function claim(fact: FactRecord) {
  const { id, kind, status, polarity, confidence, predicate, subject, object, figure, time, place, attribution } = fact
  return known({
    id: `${urn(id)}#claim`,
    type: 'schema:Claim',
    'attest:kind': kind,
    'attest:status': status,
    'attest:polarity': polarity,
    'attest:confidence': confidence,
    'attest:subject': subject && named('schema:Thing', subject),
    'attest:predicate': predicate,
    'attest:object': object && named('schema:Thing', object),
    'attest:figure': figure && amount(figure),
    'schema:temporalCoverage': time?.value,
    'schema:startDate': time?.from,
    'schema:endDate': time?.to,
    'schema:contentLocation': place && named('schema:Place', place),
    'prov:qualifiedAttribution': attribution.length === 0 ? null : attribution.map(attributed),
  })
}

const attributed = ({ name, role, entityId }: LinkRecord) => ({
  type: 'prov:Attribution',
  'prov:agent': named('prov:Agent', { entityId, text: name }),
  'prov:hadRole': { type: 'prov:Role', 'schema:name': role },
})

/** A fact as an annotation of its article: its sentence for people, its claim for programs. Its offsets must be in code points. */
export function annotationOf(fact: FactRecord) {
  return {
    id: urn(fact.id),
    type: 'Annotation',
    motivation: 'describing',
    body: [{ type: 'TextualBody', value: fact.summary, format: 'text/plain', language: 'en' }, claim(fact)],
    target: fact.citations.map((citation) => target(citation, fact.article?.url ?? null)),
    'prov:wasDerivedFrom': source(fact.article),
  }
}

/** A page of annotations, complete in itself. */
export function annotationPage(facts: readonly FactRecord[], id: string, next: string | null): string {
  return JSON.stringify({
    '@context': LD_CONTEXT,
    id,
    type: 'AnnotationPage',
    ...(next !== null && { next }),
    items: facts.map(annotationOf),
  })
}

/** A single annotation, complete in itself. */
export const annotationDocument = (fact: FactRecord): string => JSON.stringify({ '@context': LD_CONTEXT, ...annotationOf(fact) })
