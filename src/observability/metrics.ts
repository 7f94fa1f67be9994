import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` shows beside the process's own figures. */
export interface Metrics {
  readonly registry: Registry
  request(route: string, method: string, status: number, seconds: number): void
  /** Time of one stage of the way of an article: `ingest`, `analyse`, `save`, or a layer's name. */
  readonly stage: (name: string, seconds: number) => void
  article(outcome: 'created' | 'unchanged' | 'queued' | 'failed', facts: number): void
  /** Gauges that are read when somebody asks. */
  observe(sources: { readonly queueLength: () => Promise<number>; readonly inFlight: () => number }): void
}

/** Metrics in a registry of their own, so that several services can live in one process. */
export function createMetrics(options: { readonly process?: boolean } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (options.process) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'attest_http_request_seconds',
    help: 'Time from request to answer.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const stages = new Histogram({
    name: 'attest_stage_seconds',
    help: 'Time of each stage an article goes through.',
    labelNames: ['stage'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const articles = new Counter({
    name: 'attest_articles_total',
    help: 'Articles taken in, by outcome.',
    labelNames: ['outcome'],
    registers,
  })
  const facts = new Counter({ name: 'attest_facts_total', help: 'Facts written with new articles.', registers })
  return {
    registry,
    request: (route, method, status, seconds) => requests.observe({ route, method, status }, seconds),
    stage: (stage, seconds) => stages.observe({ stage }, seconds),
    article: (outcome, found) => {
      articles.inc({ outcome })
      facts.inc(found)
    },
    observe: ({ queueLength, inFlight }) => {
      new Gauge({
        name: 'attest_jobs_queued',
        help: 'Jobs that wait.',
        registers,
        async collect() {
          this.set(await queueLength())
        },
      })
      new Gauge({
        name: 'attest_articles_in_flight',
        help: 'Articles and jobs under way.',
        registers,
        collect() {
          this.set(inFlight())
        },
      })
    },
  }
}
