import type { Space } from '../../store/port.js'
import { operation } from '../operation.js'
import { Problem } from '../problems.js'
import { health, readiness } from '../schemas/job.js'

const DISK_FAULTS: Readonly<Record<Space, string | undefined>> = {
  ample: undefined,
  scarce: 'the disk is nearly full',
  unreachable: 'the folder of the database cannot be written to',
}

export const livez = operation({
  method: 'GET',
  path: '/livez',
  operationId: 'livez',
  summary: 'Check that the process is alive',
  description: 'Answers whenever the process can answer at all; checks nothing else.',
  tag: 'Operations',
  scope: 'open',
  answers: { 200: { description: 'It is.', schema: health } },
  problems: [],
  handle: async () => ({ status: 200, headers: { 'cache-control': 'no-store' }, value: { status: 'ok' } }),
})

export const readyz = operation({
  method: 'GET',
  path: '/readyz',
  operationId: 'readyz',
  summary: 'Check that the service can do its work',
  description: 'Whether the database can be written to, the queue can be read, and the disk has room.',
  tag: 'Operations',
  scope: 'open',
  answers: { 200: { description: 'It can.', schema: readiness } },
  problems: ['not_ready'],
  handle: async (_asked, { store }) => {
    const [writable, queued, disk] = await Promise.all([
      store.ready().catch(() => false),
      store.queueLength().catch(() => undefined),
      store.space().then((space) => DISK_FAULTS[space]),
    ])
    const faults = [!writable && 'the database cannot be written to', queued === undefined && 'the queue cannot be read', disk].filter(
      Boolean,
    )
    if (faults.length > 0 || queued === undefined)
      throw new Problem('not_ready', `${faults.join('; ')}.`, { headers: { 'retry-after': '5' } })
    const checks = { store: 'ok', queue: 'ok', disk: 'ok' }
    return { status: 200, headers: { 'cache-control': 'no-store' }, value: { status: 'ok', checks, queued } }
  },
})

export const metrics = operation({
  method: 'GET',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'Metrics for Prometheus',
  description: 'Requests, stage times, articles, facts, the queue, and the process itself.',
  tag: 'Operations',
  scope: 'read',
  answers: { 200: { description: 'The figures.', types: { 'text/plain': 'text' } } },
  problems: [],
  handle: async (_asked, { metrics: { registry } }) => ({ status: 200, type: registry.contentType, body: await registry.metrics() }),
})
