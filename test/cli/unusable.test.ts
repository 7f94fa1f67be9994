import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { attest } from './attest.js'

const cli = attest()
afterAll(() => cli.remove())

const URL = `sqlite:${cli.folder}/nowhere/a.db`
const COMMANDS = [
  ['serve'],
  ['ingest', '-'],
  ['export'],
  ['reextract'],
  ['keys', 'list'],
  ['keys', 'create', 'read'],
  ['keys', 'revoke', 'key_1'],
  ['migrate'],
]

test.each(COMMANDS)('a database that cannot be used is told in one line: attest %s %s', async (...args) => {
  const ran = await cli.run(args.filter(Boolean), '', { DATABASE_URL: URL })
  expect(ran).toEqual({ code: 2, out: '', err: `attest: DATABASE_URL is ${URL}, and there is no folder ${cli.folder}/nowhere.\n` })
})

test.each([
  ['HOST', '192.0.2.7', /^attest: HOST is 192\.0\.2\.7, which is no address of this machine\.\n$/],
  ['HOST', 'http://localhost', /^attest: HOST is an address or a name, without scheme and port.*\n$/],
  ['HOST', 'localhost:3000', /^attest: HOST is an address or a name, without scheme and port.*\n$/],
  ['HOST', '300.1.2.3', /^attest: HOST is an address or a name.*\n$/],
])('%s=%s is told in one line', async (name, value, says) => {
  const ran = await cli.run(['serve'], '', { PORT: '0', AUTH: 'none', [name]: value })
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toMatch(says)
})

test('a port that is taken is told in one line, and the database is left in order', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const ran = await cli.run(['serve'], '', { PORT: String(port) })
  expect(ran.err).toBe(
    `attest: PORT is ${port}, and another process listens there on 127.0.0.1; choose another port, or 0 for a free one.\n`,
  )
  expect(ran.code).toBe(2)
  taken.close()
  expect((await cli.run(['migrate'])).code).toBe(0)
})

test('a second server on the same database is refused, commands are not; kill -9 leaves nothing in the way', async () => {
  const listening = async (): Promise<ReturnType<typeof cli.start>> => {
    const child = cli.start(['serve'], { PORT: '0' })
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (data: Buffer) => {
        said += data.toString()
        if (said.includes('listens on')) resolve()
      })
      child.once('exit', () => reject(new Error(said)))
    })
    return child
  }
  const first = await listening()
  const second = await cli.run(['serve'], '', { PORT: '0' })
  expect(second.code).toBe(2)
  expect(second.err).toMatch(/^attest: DATABASE_URL is sqlite:\S+, and another Attest server uses it; .*\n$/)
  expect((await cli.run(['keys', 'list'])).code).toBe(0)
  expect(await cli.run(['ingest', '-'], '{"text": "Mina Adair met 3 farmers in Riga."}')).toMatchObject({ code: 0 })
  const ended = new Promise((resolve) => first.once('exit', resolve))
  first.kill('SIGKILL')
  await ended
  const third = await listening()
  const stopped = new Promise((resolve) => third.once('exit', resolve))
  third.kill('SIGTERM')
  expect(await stopped).toBe(0)
})
