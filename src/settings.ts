import { isIP } from 'node:net'
import { z } from 'zod'

/** An API key of the environment: `write:…` or `read:…`. */
export interface EnvironmentKey {
  readonly scope: 'read' | 'write'
  readonly key: string
}

/** One line of the table of settings. */
export interface Setting<Value> {
  readonly schema: z.ZodType<Value, string>
  /** As one would write it in the environment. */
  readonly default: string
  readonly help: string
}

/** RFC 1123, with the underscore of container names; an address of four numbers is one or none. */
const HOST_NAME = /^(?!\d+(\.\d+){3}$)[a-z0-9_][a-z0-9_.-]{0,252}$/i

const setting = <Value>(schema: z.ZodType<Value, string>, fallback: string, help: string): Setting<Value> => ({
  schema,
  default: fallback,
  help,
})

const whole = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, `lies between ${lowest} and ${highest}`)

const UNITS: Readonly<Record<string, number>> = { '': 1, KIB: 1024, MIB: 1024 ** 2, KB: 1000, MB: 1000 ** 2 }
const byteSize = z
  .string()
  .regex(/^\d{1,9} ?([KM]i?B)?$/i, 'is a size such as 5MiB, 512KiB or 1048576')
  .transform((text) => parseInt(text, 10) * UNITS[text.replace(/^\d+ ?/, '').toUpperCase()]!)
  .refine((bytes) => bytes >= 1024 && bytes <= 256 * 1024 ** 2, 'lies between 1KiB and 256MiB')

const words = (text: string): string[] => text.split(',').flatMap((word) => word.trim() || [])

const apiKeys = z.string().transform((text, context): readonly EnvironmentKey[] =>
  words(text).map((word) => {
    const [, scope, key] = /^(read|write):([\x21-\x7e]{16,})$/.exec(word) ?? []
    // The key itself stays out of the message: it would end in a log.
    if (!scope || !key)
      context.addIssue({ code: 'custom', message: 'lists keys as write:… or read:…, each at least 16 visible characters' })
    return { scope: scope as EnvironmentKey['scope'], key: key! }
  }),
)

const origin = z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).origin === text)
const origins = z
  .string()
  .transform((text): '*' | readonly string[] => (text.trim() === '*' ? '*' : words(text)))
  .refine(
    (list) => list === '*' || list.every((text) => origin.safeParse(text).success),
    'lists origins such as https://app.example, or is *',
  )

const basePath = z
  .string()
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((text) => /^(\/[\w.~-]+)*$/.test(text), 'is a path such as /attest')

const PROXY_RANGES = ['loopback', 'linklocal', 'uniquelocal']

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  return family !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}

const proxies = z
  .string()
  .transform((text): false | number | readonly string[] => (text === '' ? false : /^\d{1,2}$/.test(text) ? Number(text) : words(text)))
  .refine(
    (given) => !Array.isArray(given) || given.every((text: string) => PROXY_RANGES.includes(text) || isNetwork(text)),
    'is a number of proxies, or lists addresses and networks such as 10.0.0.0/8, loopback or uniquelocal',
  )

/** Every setting of the service, once: its name in the environment, its default, what it does. */
export const SETTINGS = {
  HOST: setting(
    z
      .string()
      .transform((text) => /^\[(.*)\]$/.exec(text)?.[1] ?? text)
      .refine(
        (text) => isIP(text) !== 0 || HOST_NAME.test(text),
        'is an address or a name, without scheme and port, as 127.0.0.1, ::1 or localhost',
      ),
    '127.0.0.1',
    'Address to listen on; localhost means both 127.0.0.1 and ::1. Any address but loopback needs a key, or AUTH=none.',
  ),
  PORT: setting(whole(0, 65535), '3000', 'Port to listen on; 0 picks a free one.'),
  BASE_PATH: setting(
    basePath,
    '',
    'Path under which a proxy publishes the service, such as /attest; the proxy may strip it or pass it on.',
  ),
  TRUST_PROXY: setting(
    proxies,
    '',
    'Proxies whose X-Forwarded-For is believed, for the rate limit: how many, or their addresses and networks, separated by commas. Empty: none.',
  ),
  DATABASE_URL: setting(
    z.string().regex(/^sqlite:./, 'is sqlite: and a path, as sqlite:./attest.db'),
    'sqlite:./attest.db',
    'Where articles and facts are stored: sqlite: and the path of a file.',
  ),
  AUTH: setting(
    z.enum(['keys', 'none'], 'is keys or none'),
    'keys',
    'keys: callers need an API key once one has been created. none: nobody needs a key, on any address.',
  ),
  API_KEYS: setting(
    apiKeys,
    '',
    'Keys in addition to those of `attest keys create`, separated by commas: write:…,read:… (at least 16 characters each).',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is fatal, error, warn, info, debug, trace or silent'),
    'info',
    'How much is logged: fatal, error, warn, info, debug, trace or silent.',
  ),
  BODY_LIMIT: setting(byteSize, '5MiB', 'Largest request body; in bulk, the largest line.'),
  WORKERS: setting(whole(0, 256), '0', 'Threads that analyse articles; 0 means one per processor.'),
  RATE_LIMIT: setting(
    whole(0, 10_000_000),
    '0',
    'Requests per minute for each key, or for each address without a key; 0 turns the limit off.',
  ),
  CORS_ORIGINS: setting(origins, '', 'Origins whose pages may call the service, separated by commas; * for all. Empty turns CORS off.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    z.union([z.literal(''), z.url({ protocol: /^https?$/ })], 'is an http address'),
    '',
    'Where OpenTelemetry traces are sent (OTLP over HTTP); empty turns tracing off.',
  ),
} as const

type Table = typeof SETTINGS
/** The settings of one process, read and checked. */
export type Settings = { readonly [Name in keyof Table]: z.output<Table[Name]['schema']> }

/** A setting that cannot be used; the message is a sentence that names it. */
export class BadSetting extends Error {}

/** Reads the settings from the environment; an empty variable counts as absent. Raises `BadSetting`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const entries = Object.entries(SETTINGS).map(([name, { schema, default: fallback }]) => {
    const given = env[name]?.trim()
    const result = schema.safeParse(given ? given : fallback)
    if (!result.success) throw new BadSetting(`${name} ${result.error.issues[0]!.message}.`)
    return [name, result.data]
  })
  return Object.fromEntries(entries) as Settings
}

/** The table of settings as lines of text, for `--help`. */
export function settingsHelp(): string {
  const width = Math.max(...Object.keys(SETTINGS).map((name) => name.length))
  return Object.entries(SETTINGS)
    .map(([name, { default: fallback, help }]) => `  ${name.padEnd(width)}  ${help}${fallback ? ` Default: ${fallback}` : ''}`)
    .join('\n')
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host)
