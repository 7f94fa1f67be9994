import type { Citation, FactArticle, FactRecord } from '../../store/records.js'

/** W3C Web Annotation for what is said where, PROV for where it comes from, Dublin Core and schema.org for the source. */
export const LD_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { prov: 'http://www.w3.org/ns/prov#', dcterms: 'http://purl.org/dc/terms/', schema: 'http://schema.org/' },
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

/** A fact as an annotation of its article. Its offsets must be in code points. */
export function annotationOf(fact: FactRecord) {
  return {
    id: urn(fact.id),
    type: 'Annotation',
    motivation: 'describing',
    body: {
      type: 'TextualBody',
      value: fact.summary,
      format: 'text/plain',
      language: 'en',
      'schema:additionalType': fact.kind,
      'schema:creativeWorkStatus': fact.status,
    },
    target: fact.citations.map((citation) => target(citation, fact.article?.url ?? null)),
    'prov:wasDerivedFrom': source(fact.article),
    ...(fact.attribution.length > 0 && {
      'prov:qualifiedAttribution': fact.attribution.map(({ name, role, entityId }) => ({
        type: 'prov:Attribution',
        'prov:agent': { type: 'prov:Agent', 'schema:name': name, ...(entityId !== null && { id: urn(entityId) }) },
        'prov:hadRole': { 'schema:name': role },
      })),
    }),
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
