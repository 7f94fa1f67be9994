/** What came of a load: requests a second and milliseconds at the 50th and 99th percentile. */
export interface Load {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Asks one URL as fast as it answers. */
export async function load(
  url: string,
  options: { readonly seconds: number; readonly connections: number; readonly body?: string },
): Promise<Load> {
  const { default: autocannon } = await import('autocannon')
  const result = await autocannon({
    url,
    duration: options.seconds,
    connections: options.connections,
    ...(options.body !== undefined && { method: 'POST', body: options.body, headers: { 'content-type': 'application/json' } }),
  })
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors }
}

/** Milliseconds of single requests, one after the other: finer than a load test's whole milliseconds. */
export async function latencies(url: string, times: number): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await (await fetch(url)).arrayBuffer()
    taken.push(performance.now() - start)
  }
  return taken
}
