import type { FactQuery, PageRequest, Store } from '../port.js'
import { openToRead, openToWrite } from './connection.js'
import { type Core, createCore } from './core.js'
import { asStoreError } from './faults.js'
import { migrateConnection } from './migrate.js'
import { StoreThread } from './store-thread.js'

type Method = keyof Store
type Where = 'writer' | 'reader' | 'here'

/** Where each method runs: one thread writes, reads that may be long have threads of theirs, short ones stay with the caller. */
const WHERE: Readonly<Record<Exclude<Method, 'close' | 'facts'>, Where>> = {
  saveAnalysis: 'writer',
  saveReextraction: 'writer',
  deleteArticle: 'writer',
  enqueue: 'writer',
  takeJob: 'writer',
  releaseJob: 'writer',
  requeueJobs: 'writer',
  reportJob: 'writer',
  failJob: 'writer',
  addApiKey: 'writer',
  revokeApiKey: 'writer',
  ready: 'writer',
  space: 'here',
  identify: 'here',
  presence: 'here',
  article: 'here',
  versions: 'here',
  changes: 'here',
  fact: 'here',
  citations: 'reader',
  job: 'here',
  jobs: 'reader',
  queueLength: 'here',
  idempotency: 'here',
  apiKeys: 'here',
  annotations: 'reader',
  articles: 'reader',
  articlesToReextract: 'reader',
  countToReextract: 'reader',
  factCounts: 'reader',
  entities: 'reader',
  entity: 'reader',
  nearMisses: 'reader',
  search: 'reader',
  stats: 'reader',
}

const SHORT_PAGE = 100
/** Filters whose index gives a page in order at once; parties only by id, as words can mean thousands of them. */
const ORDERED: readonly (keyof FactQuery)[] = [
  'publisher',
  'tag',
  'kind',
  'status',
  'polarity',
  'attributed',
  'unit',
  'currency',
  'event',
  'role',
]
const PARTIES: readonly (keyof FactQuery)[] = ['entity', 'speaker', 'via', 'place']
const ENTITY_ID = /^ent_/

/** Whether the values of a filter are ids of entities, all of them. */
const areIds = (values: unknown): boolean => [values].flat(3).every((value) => typeof value === 'string' && ENTITY_ID.test(value))

/** Whether a page is read straight off one index: by publication, with at most one filter; or from one article. */
function isShort(query: FactQuery, { limit }: PageRequest): boolean {
  const { sort, ...filters } = query
  if (limit > SHORT_PAGE) return false
  const given = (Object.keys(filters) as (keyof typeof filters)[]).filter((name) => filters[name] !== undefined)
  const [only] = given
  if (sort !== 'published' && sort !== '-published') return false
  if (only === undefined) return true
  if (given.length > 1) return false
  return only === 'article' || ORDERED.includes(only) || (PARTIES.includes(only) && areIds(filters[only]))
}

/**
 * Opens the database at `path`, brought up to date, with one thread that writes and `readers` threads for long reads. What a
 * call acknowledged is on disk, and every later read sees it.
 */
export async function openSqlite(path: string, { readers = 1 }: { readonly readers?: number } = {}): Promise<Store> {
  const connection = openToWrite(path)
  migrateConnection(connection)
  connection.close()
  const writer = new StoreThread({ path, mode: 'write' })
  await writer.call('ready', []) // the write-ahead log is open from here on; readers need it
  const pool = Array.from({ length: readers }, () => new StoreThread({ path, mode: 'read' }))
  const here = createCore(openToRead(path))
  const reader = (): StoreThread => pool.reduce((least, thread) => (thread.load < least.load ? thread : least), pool[0] ?? writer)
  return storeOf(
    (method, args) => {
      const where =
        method === 'facts' ? (isShort(...(args as Parameters<Store['facts']>)) ? 'here' : 'reader') : WHERE[method as keyof typeof WHERE]
      if (where === 'here') return runHere(here, method, args)
      return (where === 'writer' ? writer : reader()).call(method, args)
    },
    async () => {
      await Promise.all([...pool.map((thread) => thread.close()), writer.close()])
      here.close()
    },
  )
}

/** The same store without threads, over one connection: for tests and commands. `:memory:` is a database that is forgotten. */
export async function openSqliteInThread(path: string): Promise<Store> {
  const connection = openToWrite(path)
  migrateConnection(connection)
  const core = createCore(connection)
  return storeOf(
    (method, args) => runHere(core, method, args),
    async () => core.close(),
  )
}

type Dispatch = <M extends Method>(method: M, args: Parameters<Store[M]>) => ReturnType<Store[M]>

const METHODS: readonly Method[] = [...(Object.keys(WHERE) as (keyof typeof WHERE)[]), 'facts']

/** An error becomes a rejection of the same class as from a thread. */
function runHere<M extends Method>(core: Core, method: M, args: Parameters<Store[M]>): ReturnType<Store[M]> {
  const run = core[method] as (...args: readonly unknown[]) => unknown
  const answer = async (): Promise<unknown> => {
    try {
      return run(...args)
    } catch (error) {
      throw asStoreError(error)
    }
  }
  return answer() as ReturnType<Store[M]>
}

function storeOf(dispatch: Dispatch, close: () => Promise<void>): Store {
  let closing: Promise<void> | undefined
  const methods = METHODS.map((method) => [method, (...args: never[]) => dispatch(method, args as never)])
  return { ...(Object.fromEntries(methods) as Omit<Store, 'close'>), close: () => (closing ??= close()) }
}
