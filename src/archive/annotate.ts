import type { Document } from '../document/document.js'
import type { Entities } from '../document/layers.js'
import type { Ingested } from '../ingest/ingest.js'
import { sharedEntityId } from '../resolve/entity-id.js'
import type { Found } from '../store/annotation-window.js'
import type { AnalysedArticle, EntityRow, FactRow } from '../store/port.js'
import type { FactRecord, SkippedLayer } from '../store/records.js'
import { countLayers, encodeLayers, type SharedIds, type Shown } from './encode-annotations.js'
import { factRecords, factRows } from './encode-facts.js'

/** Under which id an article is known: `id` and `version` are null where nothing is stored, `identity` never is. */
export interface Named {
  readonly id: string | null
  readonly version: number | null
  readonly identity: string
}

/** What was found in an article: as it is answered, and as the rows it is found by. Facts are many and large: they are made when asked for. */
export interface Annotated extends Pick<AnalysedArticle, 'counts' | 'sentences' | 'entities'> {
  readonly found: Found
  readonly facts: () => Iterable<FactRecord>
  readonly factRows: () => Iterable<FactRow>
}

/** From the layers of a document to records and rows. A document of sentences alone has nothing in the others. */
export function annotate(
  analysed: Shown | Document<'sentence'>,
  article: Omit<Ingested, 'page'> & { readonly skipped: readonly SkippedLayer[] },
  named: Named,
): Annotated {
  const doc = shown(analysed)
  const { text, meta, ignored, skipped, warnings } = article
  const shared = doc.layers.entity.all.map((entity) => sharedEntityId(entity, named.identity))
  const ids: SharedIds = named.id === null ? shared.map(() => null) : shared
  const source = { id: named.id, version: named.version, text, sentences: doc.layers.sentence }
  const facts = () => factRecords(doc, source, named.identity, ids)
  const { language, title, publishedAt } = meta
  const layers = encodeLayers(doc, ids)
  return {
    found: { language, text, title, publishedAt, ...layers, ignored, skipped, warnings },
    counts: countLayers(doc),
    sentences: layers.sentences,
    entities: entityRows(text, doc.layers.entity, shared),
    facts,
    factRows: () => factRows(doc, facts()),
  }
}

const NOTHING = { entity: { all: [], mentions: [] }, date: [], figure: [], quote: [], fact: [] } as const

function shown(doc: Shown | Document<'sentence'>): Shown {
  if ((doc as Shown).layers.fact) return doc as Shown
  return (doc as Document<'sentence'>)
    .with({ adds: 'entity', run: () => NOTHING.entity })
    .with({ adds: 'date', run: () => NOTHING.date })
    .with({ adds: 'figure', run: () => NOTHING.figure })
    .with({ adds: 'quote', run: () => NOTHING.quote })
    .with({ adds: 'fact', run: () => NOTHING.fact })
}

function entityRows(text: string, { all, mentions }: Entities, ids: readonly string[]): EntityRow[] {
  const counts = all.map(() => 0)
  const aliases = all.map(() => new Map<string, number>())
  for (const { entity, form, start, end } of mentions) {
    counts[entity]!++
    if (form !== 'name') continue
    const alias = text.slice(start, end)
    aliases[entity]!.set(alias, (aliases[entity]!.get(alias) ?? 0) + 1)
  }
  return all.map(({ type, name }, i) => ({
    entityId: ids[i]!,
    type,
    name,
    mentions: counts[i]!,
    aliases: [...aliases[i]!].map(([text, count]) => ({ text, count })),
  }))
}
