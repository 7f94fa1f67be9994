import { expect, test } from 'vitest'
import { FACETS } from '../../src/store/port.js'
import { add, ask, samples, testService } from './service.js'

test('every filter alone can be counted by every facet, and the counts add up', async () => {
  const service = await testService()
  const { app } = service
  for (const sample of samples()) await add(app, sample)
  const filters = [
    'q=Russia',
    'kind=figure',
    'entity=Kim',
    'publisher=Meridian%20Wire',
    'status=asserted',
    'polarity=affirmed',
    'attributed=true',
  ]
  const more = [
    'speaker=Peskov',
    'via=Tass',
    'role=aide',
    'event=meet',
    'from=2019-04-01',
    'to=2019-05-01',
    'publishedFrom=2019-01-01',
    'publishedTo=2030-01-01',
  ]
  const values = ['unit=labourer', 'currency=USD', 'min=1', 'max=1000', 'of=labourers', 'tag=summit']
  for (const filter of ['', ...filters, ...more, ...values]) {
    const answer = await ask<{ items: unknown[]; facets: Record<string, { count: number }[]> }>(
      app,
      `/v1/facts?limit=500&facets=${FACETS.join(',')}&${filter}`,
    )
    expect(answer.status, filter).toBe(200)
    expect(
      answer.body.facets['kind']!.reduce((sum, { count }) => sum + count, 0),
      filter,
    ).toBe(answer.body.items.length)
  }
  await service.close()
})
