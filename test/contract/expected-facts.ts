import { fold, foldedTokens, occurrences, phraseOf, type Phrase } from '../../src/store/fold.js'
import type { AnalysedArticle, FactQuery, FactRow } from '../../src/store/port.js'
import { searchWords } from '../../src/store/search-words.js'

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

function says(texts: readonly string[], q: string): boolean {
  const words = searchWords(q)
  if (!words) return false
  const found = (phrase: Phrase): boolean => texts.some((text) => has(text, phrase))
  return words.all.every(found) && !words.none.some(found)
}

/** The plain meaning of every filter, read from the contract: what a store must agree with. */
function meets(candidate: Candidate, query: FactQuery, names: ReadonlyMap<string, readonly string[]>): boolean {
  const { article, fact } = candidate
  const at = published(candidate)
  const known = (id: string, wanted: string): boolean => {
    const phrase = phraseOf(wanted)
    return id === wanted || (phrase !== undefined && (names.get(id) ?? []).some((name) => has(name, phrase)))
  }
  const source = (wanted: string, roles: readonly string[]): boolean =>
    fact.sources
      .filter(({ role }) => roles.includes(role))
      .some(({ entityId, name }) =>
        entityId === null ? has(name, phraseOf(wanted) ?? { tokens: ['?'], prefix: 0 }) : known(entityId, wanted),
      )
  const tests: boolean[] = []
  const when = <Value>(value: Value | undefined, test: (value: Value) => boolean): void => {
    if (value !== undefined) tests.push(test(value))
  }
  when(query.q, (q) => says([fact.summary, fact.sentences], q))
  when(query.of, (of) => fact.of !== null && says([fact.of], of))
  when(query.kind, (kind) => fact.kind === kind)
  when(query.entity, (wanted) => fact.entityIds.some((id) => known(id, wanted)))
  when(query.speaker, (wanted) => source(wanted, ['speaker']))
  when(query.via, (wanted) => source(wanted, ['outlet', 'document']))
  when(query.article, (id) => article.id === id)
  when(query.publisher, (publisher) => article.meta.publisher === publisher)
  when(query.tag, (tag) => article.meta.tags.includes(tag))
  when(query.status, (status) => fact.status === status)
  when(query.polarity, (polarity) => fact.polarity === polarity)
  when(query.attributed, (attributed) => fact.sources.length > 0 === attributed)
  when(query.role, (role) => fact.kind === 'role' && fact.office !== null && fold(fact.office) === fold(role))
  when(query.event, (event) => fact.kind === 'event' && fact.predicate !== null && fold(fact.predicate) === fold(event))
  when(query.unit, (unit) => fact.unit === unit)
  when(query.currency, (currency) => fact.currency === currency)
  when(query.min, (min) => (fact.value ?? fact.max ?? (fact.min === null ? -Infinity : Infinity)) >= min)
  when(query.max, (max) => (fact.value ?? fact.min ?? (fact.max === null ? Infinity : -Infinity)) <= max)
  const dated = fact.timeFrom !== null || fact.timeTo !== null
  when(query.dated || undefined, () => dated)
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
    .filter((candidate) => meets(candidate, query, names))
    .sort((a, b) => {
      const [x, y] = [value(a), value(b)]
      if ((x === null) !== (y === null)) return x === null ? 1 : -1
      return direction * ((x ?? 0) - (y ?? 0) || (a.fact.id < b.fact.id ? -1 : 1))
    })
    .map(({ fact }) => fact.id)
}
