import { BREAK, fold, foldedTokens, occurrences, phraseOf, type Phrase } from '../../src/store/fold.js'
import type { AnalysedArticle, FactQuery, FactRow } from '../../src/store/port.js'
import { meets as found, type WordQuery } from '../../src/store/word-query.js'

interface Candidate {
  readonly article: AnalysedArticle
  readonly fact: FactRow
}

const published = ({ article }: Candidate): number | null => {
  const { publishedAt } = article.meta
  return publishedAt === null ? null : Date.parse(publishedAt)
}
const moment = ({ fact }: Candidate): number | null => fact.timeFrom ?? fact.timeTo
const amount = ({ fact }: Candidate): number | null => fact.value ?? fact.min ?? fact.max

const has = (text: string, phrase: Phrase): boolean => occurrences(foldedTokens(text), phrase).length > 0

const says = (texts: readonly string[], query: WordQuery): boolean =>
  found(
    texts.flatMap((text) => [...foldedTokens(text), { text: BREAK, start: 0, ends: [0] }]),
    query,
  )

/** A publisher of just this name, in any case; where there is none, one with these words. */
function publishes(publisher: string | null, wanted: string, publishers: readonly string[]): boolean {
  const phrase = phraseOf(wanted)
  if (publisher === null || !phrase) return false
  const isNamed = (name: string): boolean =>
    foldedTokens(name)
      .map(({ text }) => text)
      .join(' ') === phrase.tokens.join(' ')
  return publishers.some(isNamed) ? isNamed(publisher) : has(publisher, phrase)
}

/** The plain meaning of every filter, read from the contract: what a store must agree with. */
function meets(
  candidate: Candidate,
  query: FactQuery,
  names: ReadonlyMap<string, readonly string[]>,
  publishers: readonly string[],
): boolean {
  const { article, fact } = candidate
  const at = published(candidate)
  const known = (id: string, wanted: string): boolean => {
    const phrase = phraseOf(wanted)
    return id === wanted || (phrase !== undefined && (names.get(id) ?? []).some((name) => has(name, phrase)))
  }
  const source = (names: readonly string[], roles: readonly string[]): boolean =>
    fact.sources
      .filter(({ role }) => roles.includes(role))
      .some(({ entityId, name }) =>
        names.some((wanted) => (entityId === null ? has(name, phraseOf(wanted) ?? { tokens: ['?'], prefix: 0 }) : known(entityId, wanted))),
      )
  const tests: boolean[] = []
  const when = <Value>(value: Value | undefined, test: (value: Value) => boolean): void => {
    if (value !== undefined) tests.push(test(value))
  }
  when(query.q, (q) => says([fact.summary, fact.sentences], q))
  when(query.of, (of) => fact.of !== null && says([fact.of], of))
  when(query.kind, (kinds) => kinds.includes(fact.kind))
  when(query.entity, (each) => each.every((names) => names.some((wanted) => fact.entityIds.some((id) => known(id, wanted)))))
  when(query.speaker, (names) => source(names, ['speaker']))
  when(query.via, (names) => source(names, ['outlet', 'document']))
  when(query.place, (names) => fact.placeId !== null && names.some((wanted) => known(fact.placeId!, wanted)))
  when(query.article, (ids) => ids.includes(article.id))
  when(query.publisher, (names) => names.some((name) => publishes(article.meta.publisher, name, publishers)))
  when(query.tag, (tags) => tags.some((tag) => article.meta.tags.includes(tag)))
  when(query.status, (statuses) => statuses.includes(fact.status))
  when(query.polarity, (polarities) => polarities.includes(fact.polarity))
  when(query.attributed, (attributed) => fact.sources.length > 0 === attributed)
  when(query.role, (roles) => fact.kind === 'role' && fact.office !== null && roles.map(fold).includes(fold(fact.office)))
  when(query.event, (events) => fact.kind === 'event' && fact.predicate !== null && events.map(fold).includes(fold(fact.predicate)))
  when(query.unit, (units) => fact.unit !== null && units.includes(fact.unit))
  when(query.currency, (codes) => fact.currency !== null && codes.includes(fact.currency))
  when(query.minConfidence, (least) => fact.confidence >= least)
  when(query.min, (min) => (fact.value ?? fact.max ?? (fact.min === null ? -Infinity : Infinity)) >= min)
  when(query.max, (max) => (fact.value ?? fact.min ?? (fact.max === null ? Infinity : -Infinity)) <= max)
  const dated = fact.timeFrom !== null || fact.timeTo !== null
  when(query.dated || undefined, () => dated)
  when(query.open, (open) => open || !dated || (fact.timeFrom !== null && fact.timeTo !== null))
  when(query.from, (from) => dated && (fact.timeTo ?? Infinity) > from)
  when(query.to, (to) => dated && (fact.timeFrom ?? -Infinity) < to)
  when(query.publishedFrom, (from) => at !== null && at >= from)
  when(query.publishedTo, (to) => at !== null && at < to)
  return tests.every(Boolean)
}

/** Ids of the facts that answer a query, in order. */
export function expectedFacts(articles: readonly AnalysedArticle[], query: FactQuery): string[] {
  const names = new Map<string, string[]>()
  for (const { entities } of articles) {
    for (const { entityId, name, aliases } of entities) {
      names.set(entityId, [...(names.get(entityId) ?? []), name, ...aliases.map(({ text }) => text)])
    }
  }
  const publishers = articles.flatMap(({ meta }) => meta.publisher ?? [])
  const value = {
    published,
    '-published': published,
    time: moment,
    '-time': moment,
    value: amount,
    '-value': amount,
    relevance: published,
  }[query.sort]
  const direction = query.sort.startsWith('-') ? -1 : 1
  return articles
    .flatMap((article) => article.facts.map((fact): Candidate => ({ article, fact })))
    .filter((candidate) => meets(candidate, query, names, publishers))
    .sort((a, b) => {
      const [x, y] = [value(a), value(b)]
      if ((x === null) !== (y === null)) return x === null ? 1 : -1
      return direction * ((x ?? 0) - (y ?? 0) || (a.fact.id < b.fact.id ? -1 : 1))
    })
    .map(({ fact }) => fact.id)
}
