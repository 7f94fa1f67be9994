import { expect, test } from 'vitest'
import { BadSetting, isLoopback, readSettings, SETTINGS, settingsHelp } from '../../src/settings.js'

test('the defaults are those of the contract', () => {
  expect(readSettings({})).toEqual({
    HOST: '127.0.0.1',
    PORT: 3000,
    BASE_PATH: '',
    TRUST_PROXY: false,
    DATABASE_URL: 'sqlite:./attest.db',
    AUTH: 'keys',
    API_KEYS: [],
    LOG_LEVEL: 'info',
    BODY_LIMIT: 5 * 1024 * 1024,
    WORKERS: 0,
    RATE_LIMIT: 0,
    CORS_ORIGINS: [],
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
  })
})

test('what is set is read', () => {
  const { API_KEYS, BODY_LIMIT, CORS_ORIGINS, PORT } = readSettings({
    API_KEYS: 'write:0123456789abcdef, read:fedcba9876543210,',
    BODY_LIMIT: '512KiB',
    CORS_ORIGINS: 'https://a.example,http://localhost:5173',
    PORT: '',
  })
  expect(API_KEYS).toEqual([
    { scope: 'write', key: '0123456789abcdef' },
    { scope: 'read', key: 'fedcba9876543210' },
  ])
  expect([BODY_LIMIT, CORS_ORIGINS, PORT]).toEqual([524288, ['https://a.example', 'http://localhost:5173'], 3000])
})

test('proxies, paths and addresses are read as they are meant', () => {
  const read = (env: Record<string, string>) => readSettings(env)
  expect(read({ BASE_PATH: '/news/attest/' }).BASE_PATH).toBe('/news/attest')
  expect(read({ BASE_PATH: '/' }).BASE_PATH).toBe('')
  expect(read({ TRUST_PROXY: '2' }).TRUST_PROXY).toBe(2)
  expect(read({ TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8' }).TRUST_PROXY).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8'])
  expect(read({ HOST: '[::1]' }).HOST).toBe('::1')
})

test.each([
  ['HOST', 'http://localhost'],
  ['HOST', 'localhost:3000'],
  ['HOST', '[::1'],
  ['HOST', '300.1.2.3'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['BASE_PATH', 'attest'],
  ['BASE_PATH', '/a b'],
  ['BASE_PATH', '//evil.example'],
  ['TRUST_PROXY', 'everybody'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['DATABASE_URL', 'mysql://x'],
  ['AUTH', 'off'],
  ['API_KEYS', 'admin:0123456789abcdef'],
  ['API_KEYS', 'read:secret'],
  ['LOG_LEVEL', 'loud'],
  ['BODY_LIMIT', '5 elephants'],
  ['BODY_LIMIT', '1'],
  ['WORKERS', '-1'],
  ['RATE_LIMIT', 'many'],
  ['CORS_ORIGINS', 'https://a.example/path'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
])('%s=%s stops the start with a sentence that names it', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(BadSetting)
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} .*\\.$`))
})

test('a bad key is not repeated in the sentence', () => {
  expect(() => readSettings({ API_KEYS: 'read:secret' })).not.toThrow(/secret/)
})

test('the help has every setting', () => {
  for (const [name, { help }] of Object.entries(SETTINGS)) {
    expect(settingsHelp()).toContain(name)
    expect(settingsHelp()).toContain(help)
  }
})

test('loopback is what only this machine reaches', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].map(isLoopback)).toEqual([true, true, true, true])
  expect(['0.0.0.0', '::', '192.168.0.1', 'localhost.example', '128.0.0.1'].map(isLoopback)).toEqual([false, false, false, false, false])
})

test.each([
  ['[::1]', '::1'],
  ['::', '::'],
  ['0.0.0.0', '0.0.0.0'],
  ['localhost', 'localhost'],
  ['attest_1.internal', 'attest_1.internal'],
])('HOST=%s is an address or a name', (given, host) => {
  expect(readSettings({ HOST: given }).HOST).toBe(host)
})
