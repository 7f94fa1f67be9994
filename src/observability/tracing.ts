/** Traces on their way to a collector; `close` sends what is left. */
export interface Tracing {
  /** The Fastify plugin that opens a span for each request. */
  readonly plugin: unknown
  close(): Promise<void>
}

/**
 * Starts OpenTelemetry, which reads the rest of its settings (`OTEL_SERVICE_NAME`, headers…) from the environment itself. It is
 * loaded only here: a start without an endpoint does not pay for it.
 */
export async function startTracing(endpoint: string): Promise<Tracing> {
  const [{ NodeSDK }, { FastifyOtelInstrumentation }] = await Promise.all([import('@opentelemetry/sdk-node'), import('@fastify/otel')])
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint
  const sdk = new NodeSDK({ serviceName: process.env['OTEL_SERVICE_NAME'] ?? 'attest' })
  sdk.start()
  const instrumentation = new FastifyOtelInstrumentation()
  return { plugin: instrumentation.plugin(), close: () => sdk.shutdown().catch(() => undefined) } // a collector that is away must not spoil the stop
}
