import type { FactQuery, PageRequest, Store } from '../port.js'
import { type Connection, openToRead, openToWrite } from './connection.js'
import { type Core, createCore } from './core.js'
import { asStoreError } from './faults.js'
import { asUnusable, checkFile } from './usable.js'
import { migrateConnection } from './migrate.js'
import { StoreThread } from './store-thread.js'

type Method = keyof Store
type Where = 'writer' | 'reader' | 'streamer' | 'here'

/**
 * Where each method runs: one thread writes, reads that may be long have threads of theirs, short ones stay with the caller. Streams, of which only the
 * next page is waited for, have a thread apart, so that they hold up no answer.
 */
const WHERE: Readonly<Record<Exclude<Method, 'close' | 'facts'>, Where>> = {
  saveAnalysis: 'writer',
  saveReextraction: 'writer',
  relabel: 'writer',
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
  articlesToReextract: 'streamer',
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

function whereFacts(query: FactQuery, page: PageRequest): Where {
  if (page.patient) return 'streamer'
  return isShort(query, page) ? 'here' : 'reader'
}

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

/** Threads for long reads: with one, a search that takes a second holds up all behind it. They start when they are needed. */
const READERS = 3

/**
 * Opens the database at `path`, brought up to date, with one thread that writes, `readers` threads for long reads and one for streams. What a
 * call acknowledged is on disk, and every later read sees it. `:memory:` is a database in this thread that is forgotten. Raises `UnusableDatabase`.
 */
export async function openSqlite(path: string, { readers = READERS }: { readonly readers?: number } = {}): Promise<Store> {
  if (path === ':memory:') return openSqliteInThread(path)
  openUpToDate(path).close()
  const writer = new StoreThread({ path, mode: 'write' })
  await writer.call('ready', []) // the write-ahead log is open from here on; readers need it
  const pool = Array.from({ length: readers }, () => new StoreThread({ path, mode: 'read' }))
  const streamer = new StoreThread({ path, mode: 'read' })
  const here = createCore(openToRead(path))
  const reader = (): StoreThread => pool.reduce((least, thread) => (thread.load < least.load ? thread : least), pool[0] ?? writer)
  return storeOf(
    (method, args) => {
      const where = method === 'facts' ? whereFacts(...(args as Parameters<Store['facts']>)) : WHERE[method as keyof typeof WHERE]
      if (where === 'here') return runHere(here, method, args)
      return (where === 'reader' ? reader() : where === 'streamer' ? streamer : writer).call(method, args)
    },
    async () => {
      await Promise.all([...pool, streamer].map((thread) => thread.close()))
      here.close()
      await writer.close() // the last connection: only one that writes can write the log back
    },
  )
}

/** The same store without threads, over one connection: for tests. */
export async function openSqliteInThread(path: string): Promise<Store> {
  const core = createCore(openUpToDate(path))
  return storeOf(
    (method, args) => runHere(core, method, args),
    async () => core.close(),
  )
}

function openUpToDate(path: string): Connection {
  checkFile(path)
  let connection: Connection | undefined
  try {
    connection = openToWrite(path)
    migrateConnection(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw asUnusable(error)
  }
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
