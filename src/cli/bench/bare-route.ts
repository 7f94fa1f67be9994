import Fastify from 'fastify'

/** The least a Fastify route can do: sends a JSON payload, read from standard input, at `/`. Prints its port. */
async function main(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const payload: unknown = JSON.parse(Buffer.concat(chunks).toString())
  const app = Fastify()
  app.get('/', () => payload)
  app.post('/', () => payload)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  console.log(typeof address === 'object' && address ? address.port : 0)
}

await main()
