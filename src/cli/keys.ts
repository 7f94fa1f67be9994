import { createHash, randomBytes } from 'node:crypto'
import { Argument, type Command } from 'commander'
import { Failure } from './failure.js'
import { withExamples } from './help.js'
import { withService } from './service.js'
import { columns, columnsOf, painter, type Terminal } from './terminal.js'

/** `attest keys create|list|revoke`: API keys in the database; only their hashes are stored. */
export function keysCommand(program: Command, terminal: Terminal): void {
  const keys = program
    .command('keys')
    .summary('create, list and revoke API keys')
    .description('API keys. Once one has been created, callers need a key, even after the last one is revoked.')
  withExamples(keys, {
    'attest keys create write --name loader': 'a key for the program that adds articles',
    'attest keys list': 'all keys',
    'attest keys revoke key_0123456789ab': 'a key that is no longer to be accepted',
  })
  const createKey = keys
    .command('create')
    .description('Creates a key and prints it. It cannot be shown again.')
    .addArgument(new Argument('<scope>', 'what the key may do; write includes read').choices(['read', 'write']))
    .option('--name <name>', 'what the key is for', '')
    .action((scope: 'read' | 'write', { name }: { name: string }) => create(scope, name, terminal))
  withExamples(createKey, { 'attest keys create read --name dashboard': 'a key that may read' })
  const listKeys = keys
    .command('list')
    .description('Lists all keys, including revoked ones.')
    .action(() => list(terminal))
  withExamples(listKeys, { 'attest keys list': 'ids, scopes, names, and whether they are active' })
  const revokeKey = keys
    .command('revoke')
    .description('Revokes a key: from now on it is refused.')
    .argument('<id>', 'id of the key, as `attest keys list` shows it')
    .action((id: string) => revoke(id, terminal))
  withExamples(revokeKey, { 'attest keys revoke key_0123456789ab': 'by the id that the list shows' })
}

const create = (scope: 'read' | 'write', name: string, terminal: Terminal): Promise<void> =>
  withService(async ({ store }) => {
    const key = `attest_${randomBytes(24).toString('base64url')}`
    const id = `key_${randomBytes(6).toString('hex')}`
    const hash = createHash('sha256').update(key).digest('hex')
    await store.addApiKey({ id, name, scope, hash, createdAt: new Date().toISOString(), revokedAt: null })
    terminal.err.write(`${id} may ${scope}. Keep the key: it is not shown again.\n`)
    terminal.out.write(key + '\n')
  })

const list = (terminal: Terminal): Promise<void> =>
  withService(async ({ store }) => {
    const paint = painter(terminal.out)
    const rows = (await store.apiKeys()).map(({ id, scope, createdAt, revokedAt, name }) => [
      id,
      scope,
      createdAt.slice(0, 19) + 'Z',
      revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : 'active',
      name,
    ])
    const lines = columns([['ID', 'SCOPE', 'CREATED', 'STATE', 'NAME'], ...rows], [20, 6, 20, 20, columnsOf(terminal.out) - 74])
    terminal.out.write(lines.map((line, i) => (i === 0 ? paint('bold', line) : line) + '\n').join(''))
  })

const revoke = (id: string, terminal: Terminal): Promise<void> =>
  withService(async ({ store }) => {
    if (!(await store.revokeApiKey(id, new Date().toISOString()))) throw new Failure(`There is no active key ${id}.`)
    terminal.out.write(`${id} is revoked.\n`)
  })
