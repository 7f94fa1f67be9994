import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { FactRecord } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { add, ask, samples, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Facets = Record<string, { value: string; name?: string; count: number }[]>
type Page = { items: FactRecord[]; next: string | null; facets: Facets; code?: string; errors?: { pointer: string; detail: string }[] }

let service: TestService
let all: FactRecord[]
beforeAll(async () => {
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
  all = await facts('')
})
afterAll(() => service.close())

const get = (path: string) => ask<Page>(service.app, path)
const facts = async (query: string): Promise<FactRecord[]> => {
  const { status, body } = await get(`/v1/facts?limit=500&${query}`)
  expect([query, status]).toEqual([query, 200])
  return body.items
}
const idsOf = (found: readonly FactRecord[]): string[] => found.map(({ id }) => id)

describe('several values of a filter', () => {
  test.each<[string, (fact: FactRecord) => boolean]>([
    ['kind=figure,event', ({ kind }) => kind === 'figure' || kind === 'event'],
    ['kind=figure&kind=event', ({ kind }) => kind === 'figure' || kind === 'event'],
    ['kind=figure,%20role&kind=event', ({ kind }) => kind !== 'quote'],
    ['status=planned,expected&polarity=affirmed', ({ status, polarity }) => /planned|expected/.test(status) && polarity === 'affirmed'],
    ['publisher=Harbour%20Post,Morning%20Tram', ({ article }) => /^(Harbour Post|Morning Tram)$/.test(article!.publisher!)],
    ['currency=usd,EUR', ({ figure }) => /USD|EUR/.test(figure?.currency ?? '')],
    ['unit=tonnes,km', ({ figure }) => /^(tonne|kilometre)$/.test(figure?.unit?.name ?? '')],
  ])('%s', async (query, wanted) => {
    const found = await facts(query)
    expect(found.length).toBeGreaterThan(0)
    expect(idsOf(found)).toEqual(idsOf(all.filter(wanted)))
    expect(idsOf((await get(`/v1/facts?limit=2&${query}`)).body.items)).toEqual(idsOf(found).slice(0, 2))
  })

  test('two entities are both there; of those that a comma parts, one is', async () => {
    const has = ({ entities }: FactRecord, ids: readonly string[]): boolean => entities.some((id) => ids.includes(id))
    const named = async (q: string): Promise<string[]> =>
      ((await get(`/v1/entities?q=${q}`)).body.items as unknown as { id: string }[]).map(({ id }) => id)
    const [kim, putin] = [await named('kim'), await named('putin')]
    expect(idsOf(await facts('entity=kim&entity=putin'))).toEqual(idsOf(all.filter((fact) => has(fact, kim) && has(fact, putin))))
    expect(idsOf(await facts('entity=kim,putin'))).toEqual(idsOf(all.filter((fact) => has(fact, [...kim, ...putin]))))
    expect((await facts('entity=kim&entity=putin')).length).toBeGreaterThan(0)
  })

  test.each([
    ['kind=figure,evnt', '/kind', 'evnt'],
    ['kind=figure,', '/kind', 'empty value'],
    ['limit=1&limit=2', '/limit', 'more than once'],
    [`tag=${Array.from({ length: 21 }, (_, i) => i).join(',')}`, '/tag', 'at most 20'],
    ['currency=USD,dollars', '/currency', 'dollars'],
    ['sort=value&unit=tonne,km', '/sort', 'one `unit`'],
    ['minConfidence=1.5', '/minConfidence', 'between 0 and 1'],
    ['q=*', '/q', '*'],
    ['q=a%20OR', '/q', 'OR'],
    ['q=()', '/q', 'no word'],
    ['of=a%20OR%20-b', '/of', 'unwanted'],
  ])('%s is refused with a reason', async (query, pointer, reason) => {
    const answer = await get(`/v1/facts?${query}`)
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([400, 'invalid_request', pointer])
    expect(answer.body.errors?.[0]?.detail).toContain(reason)
  })
})

describe('words mean what people mean', () => {
  test.each<[string, (fact: FactRecord) => boolean]>([
    ['event=met', ({ predicate, kind }) => kind === 'event' && predicate === 'meet'],
    ['event=Meeting', ({ predicate, kind }) => kind === 'event' && /^meet(ing)?$/.test(predicate!)],
    ['unit=tonnes', ({ figure }) => figure?.unit?.name === 'tonne'],
    ['event=meetings', ({ predicate, kind }) => kind === 'event' && predicate === 'meeting'],
    ['unit=%25', ({ figure }) => figure?.unit?.name === 'percentage'],
    ['unit=workers', ({ figure }) => figure?.unit?.name === 'worker'],
    ['publisher=seoul%20lantern', ({ article }) => article!.publisher === 'Seoul Lantern'],
    ['publisher=quay', ({ article }) => article!.publisher === 'The East Quay Review'],
    ['place=vladivostok', ({ place }) => /vladivostok/i.test(place?.text ?? '')],
    ['minConfidence=0.7', ({ confidence }) => confidence >= 0.7],
    ['of=labourer', ({ figure }) => /labourers/.test(figure?.of?.text ?? '')],
  ])('%s', async (query, wanted) => {
    const found = await facts(query)
    expect(found.length).toBeGreaterThan(0)
    expect(idsOf(found)).toEqual(idsOf(all.filter(wanted)))
  })

  test('sentences are found by other forms and by beginnings, and a lone -word is refused', async () => {
    const sentences = async (q: string): Promise<string[]> =>
      ((await get(`/v1/search?limit=500&q=${encodeURIComponent(q)}`)).body.items as unknown as { sentence: string }[]).map(
        ({ sentence }) => sentence,
      )
    const all = await sentences('labourer OR labourers')
    expect(all.length).toBeGreaterThan(0)
    expect(await sentences('labourers')).toEqual(all)
    expect((await sentences('summ*')).every((sentence) => /\bsumm/i.test(sentence))).toBe(true)
    expect((await sentences('summ*')).length).toBeGreaterThan(1)
    for (const path of ['/v1/search', '/v1/entities']) {
      const { status, body } = await get(`${path}?q=-summit`)
      expect([status, body.errors?.[0]?.detail]).toEqual([400, 'has only unwanted words: name one that must stand there'])
    }
  })
})

test('facets have names, and those of speaker, place and month', async () => {
  const answer = await get('/v1/facts?facets=entity,speaker,place,month,event')
  expect(faultsOf('GET', '/v1/facts', answer)).toEqual([])
  const { entity, speaker, place, month } = answer.body.facets
  for (const facet of [entity!, speaker!, place!]) expect(facet.length).toBeGreaterThan(2)
  for (const { value, name, count } of [...entity!, ...place!]) {
    expect(value).toMatch(/^ent_/)
    expect(name).toMatch(/\p{L}/u)
    expect(count).toBeGreaterThan(0)
  }
  for (const { value, count } of place!) expect((await facts(`place=${value}`)).length).toBe(count)
  const published = all.map(({ article }) => new Date(article!.publishedAt!).toISOString().slice(0, 7))
  expect(month!.find(({ value }) => value === '2019-04')?.count).toBe(published.filter((each) => each === '2019-04').length)
})

describe('the timeline', () => {
  const isOpen = ({ time }: FactRecord): boolean => time!.from === null || time!.to === null
  const timeline = async (query: string): Promise<FactRecord[]> => (await get(`/v1/timeline?limit=500&${query}`)).body.items

  test('shows facts of a time with beginning and end, others when asked for', async () => {
    const closed = await timeline('')
    const open = await timeline('open=true')
    expect(closed.length).toBeGreaterThan(10)
    expect(closed.filter(isOpen)).toEqual([])
    expect(open.filter(isOpen).length).toBeGreaterThan(0)
    expect(idsOf(open.filter((fact) => !isOpen(fact)))).toEqual(idsOf(closed))
    expect(await timeline('open=false')).toEqual(closed)
  })

  test('takes the filters of facts', async () => {
    const found = await timeline('kind=event&event=met,travelled&entity=kim')
    expect(found.length).toBeGreaterThan(0)
    for (const { kind, predicate } of found) expect([kind, predicate]).toEqual(['event', expect.stringMatching(/^(meet|travel)$/)])
  })
})

describe('near misses', () => {
  type Meant = { didYouMean?: { parameter: string; given: string; values: string[] }[]; items: unknown[] }
  const meant = async (path: string): Promise<string[]> => {
    const { status, body } = await ask<Meant>(service.app, path)
    expect([path, status, body.items]).toEqual([path, 200, []])
    expect(faultsOf('GET', path.split('?')[0]!, await get(path))).toEqual([])
    return (body.didYouMean ?? []).map(({ parameter, given, values }) => `${parameter}=${given}: ${values.join(', ')}`)
  }
  test.each([
    ['/v1/facts?q=labuorers', ['q=labuorers: labourers']],
    ['/v1/facts?q=xussia%20trrade', ['q=xussia trrade: russia trade']],
    ['/v1/facts?q=%22north%20koraen%22', ['q="north koraen": "north korean"']],
    ['/v1/facts?of=labuorers', ['of=labuorers: labourers']],
    ['/v1/facts?event=meett', ['event=meett: meet']],
    ['/v1/facts?unit=tonnne', ['unit=tonnne: tonne']],
    ['/v1/facts?role=presidant', ['role=presidant: president']],
    ['/v1/facts?publisher=Seol%20Lantern', ['publisher=Seol Lantern: Seoul Lantern']],
    ['/v1/facts?entity=putni&kind=figure', ['entity=putni: putin']],
    ['/v1/timeline?place=vladivostock', ['place=vladivostock: vladivostok']],
    ['/v1/search?q=labuorers', ['q=labuorers: labourers']],
    ['/v1/articles?q=labuorers&publisher=morning%20trum', ['q=labuorers: labourers', 'publisher=morning trum: Morning Tram']],
    ['/v1/entities?q=peskow', ['q=peskow: peskov']],
    ['/v1/facts?q=qqqqzzzz&event=qqqqzzzz', []],
    [`/v1/facts?q=%22${'labuorers%20'.repeat(40)}%22`, []],
    ['/v1/facts?q=russia&kind=quote&unit=tonne', []],
  ])('%s', async (path, wanted) => expect(await meant(path)).toEqual(wanted))

  test('what is offered finds something', async () => {
    const { body } = await ask<Meant>(service.app, '/v1/facts?q=labuorers')
    for (const value of body.didYouMean![0]!.values) expect((await facts(`q=${encodeURIComponent(value)}`)).length).toBeGreaterThan(0)
  })

  test('nothing is offered beside items or behind a first page', async () => {
    expect((await ask<Meant>(service.app, '/v1/facts?q=russia')).body).not.toHaveProperty('didYouMean')
  })
})
