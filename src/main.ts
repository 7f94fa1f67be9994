import { realpathSync } from 'node:fs'
import { createArchive, type ArchiveParts } from './archive/create.js'
import type { Archive } from './archive/archive.js'
import { createApp } from './http/app.js'
import { anyKey } from './http/auth.js'
import { listenOn } from './http/server.js'
import type { Services } from './http/services.js'
import { EXTRACTOR_VERSION } from './extractor-version.js'
import { createLog, logDestination } from './observability/log.js'
import { createMetrics } from './observability/metrics.js'
import { startTracing } from './observability/tracing.js'
import { BadSetting, isLoopback, readSettings, settingsHelp, type Settings } from './settings.js'
import { listeningRefused } from './http/listening.js'
import type { Store } from './store/port.js'
import { openSqlite } from './store/sqlite/open.js'
import { lockForServer } from './store/sqlite/server-lock.js'
import { UnusableDatabase } from './store/store-error.js'

/** The service without its HTTP side. */
export interface Service extends Services {
  /** Finishes what was accepted, then closes the database. */
  close(): Promise<void>
}

const pathOf = ({ DATABASE_URL }: Settings): string => DATABASE_URL.replace(/^sqlite:/, '')

/** What `open` does with the database, or a sentence that names the setting. Raises `BadSetting`. */
async function usable<Opened>(settings: Settings, open: (path: string) => Opened): Promise<Awaited<Opened>> {
  try {
    return await open(pathOf(settings))
  } catch (error) {
    if (error instanceof UnusableDatabase) throw new BadSetting(`DATABASE_URL is ${settings.DATABASE_URL}, and ${error.message}`)
    throw error
  }
}

/** Puts the service together, the archive with other parts where they are given: the one place that knows which store it is. Raises `BadSetting`. */
export async function compose(settings: Settings, parts: Partial<ArchiveParts> = {}): Promise<Service> {
  const log = createLog(settings.LOG_LEVEL, settings.LOG_LEVEL === 'silent' ? undefined : logDestination())
  const metrics = createMetrics({ process: true })
  const store: Store = await usable(settings, openSqlite)
  const archive: Archive = createArchive({
    store,
    workers: settings.WORKERS,
    onStage: metrics.stage,
    onJob: (outcome, facts) => metrics.article(outcome, facts),
    onError: (error, doing) => log.error({ err: error }, `failed to ${doing}`),
    ...parts,
  })
  metrics.observe({ queueLength: () => store.queueLength(), inFlight: () => archive.inFlight() })
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await archive.close()
    await store.close()
  }
  return { settings, store, archive, log, metrics, close: () => (closing ??= close()) }
}

/** A service that listens. */
export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly address: string
  /** Takes nothing new, finishes what was accepted, closes the database. */
  close(): Promise<void>
}

/** Without keys, only this machine may reach the service. */
async function checkExposure({ settings, store }: Service): Promise<void> {
  if (settings.AUTH === 'none' || isLoopback(settings.HOST) || (await anyKey(settings, store))) return
  throw new BadSetting(
    `HOST is ${settings.HOST}, which others can reach, and there is no API key: set API_KEYS, create a key with \`attest keys create\`, or say AUTH=none.`,
  )
}

/** Composes the service and listens until `close`. Raises `BadSetting`. */
export async function listen(settings: Settings, parts: Partial<ArchiveParts> = {}): Promise<Serving> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT
  const closing: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each()
  }
  try {
    const lock = await usable(settings, lockForServer)
    closing.push(() => lock.release())
    const tracing = endpoint === '' ? undefined : await startTracing(endpoint)
    closing.push(() => tracing?.close())
    const service = await compose(settings, parts)
    closing.push(() => service.close())
    await checkExposure(service)
    const app = await createApp(service, tracing?.plugin)
    closing.push(() => app.close())
    await service.archive.startJobs()
    const address = await listenOn(app, settings.HOST, settings.PORT).catch((error: unknown) => {
      throw listeningRefused(error, settings)
    })
    return { address, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Serves until SIGINT or SIGTERM, which may come while it starts, then finishes what was accepted; a second signal does not wait. */
export async function serve(settings: Settings): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    const stop = (): void => {
      process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1))
      resolve()
    }
    process.once('SIGINT', stop).once('SIGTERM', stop) // before it listens: a stop may come while it starts
  })
  const serving = await listen(settings)
  process.stderr.write(`Attest listens on ${serving.address}, Swagger UI on ${serving.address}/docs\n`)
  await stopped
  await serving.close()
}

const USAGE = `Usage: node dist/main.js

Runs the Attest service until SIGINT or SIGTERM. It takes no arguments: the environment sets it up.
Other commands (ingest, export, keys and more): node dist/cli/main.js --help

Settings (environment):
${settingsHelp()}

Example:
  PORT=8080 DATABASE_URL=sqlite:./news.db node dist/main.js
`

/** What \x does with its arguments: help, version, or a refusal; without any, the service. */
async function entry([argument]: readonly string[]): Promise<void> {
  if (argument === '--help' || argument === '-h') process.stdout.write(USAGE)
  else if (argument === '--version' || argument === '-V') process.stdout.write(`${EXTRACTOR_VERSION}\n`)
  else if (argument !== undefined) throw new BadSetting(`unknown argument ${argument}; --help lists what can be set.`)
  else await serve(readSettings(process.env))
}

const isEntry = (): boolean => process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename

if (isEntry()) {
  try {
    await entry(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error
    process.stderr.write(`attest: ${error.message}\n`)
    process.exitCode = 2
  }
}
