import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.js'
import { GUIDES } from '../../src/http/guides.js'
import { PROBLEMS } from '../../src/http/problems.js'
import { SETTINGS } from '../../src/settings.js'
import { firstColumn, README, section } from './readme.js'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string> }

test('every setting is in the README with its default, and none that is not there', () => {
  const rows = section('## Settings')
  expect(firstColumn(rows).filter((word) => /^[A-Z]/.test(word))).toEqual(Object.keys(SETTINGS))
  for (const [name, setting] of Object.entries(SETTINGS))
    expect(rows).toContain(`| \`${name}\` | ${setting.default === '' ? '' : `\`${setting.default}\``} |`.replace('|  |', '| |'))
})

test('every route is in the README, and none that is not there', () => {
  const { paths } = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, Record<string, unknown>> }
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  expect(firstColumn(section('## Routes')).sort()).toEqual(routes.sort())
})

test('every problem is in the README with its status, and none that is not there', () => {
  const rows = section('## Errors')
  expect(firstColumn(rows)).toEqual(Object.keys(PROBLEMS))
  for (const [code, { status }] of Object.entries(PROBLEMS)) expect(rows).toContain(`| \`${code}\` | ${status} |`)
})

test('every command is in the README, and none that is not there', () => {
  const terminal = { out: process.stdout, err: process.stderr } as unknown as Parameters<typeof createProgram>[0]
  const commands = createProgram(terminal).commands.map((command) => `attest ${command.name()}`)
  expect(firstColumn(section('## Command line')).map((words) => words.split(' ').slice(0, 2).join(' '))).toEqual(commands)
  const scripts = firstColumn(section('## Commands')).map((words) => words.replace(/^npm (run )?/, '').split(' ')[0]!)
  for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script)
  for (const [, script] of README.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(manifest.scripts)).toContain(script)
})

test('every dependency is in the README with its purpose, and none that is not there', () => {
  expect(firstColumn(section('## What it is built on')).sort()).toEqual(Object.keys(manifest.dependencies).sort())
})

test('every guide is linked from the README under its title', () => {
  for (const name of GUIDES) {
    const [, title] = /^# (.+)/.exec(read(`openapi/guides/${name}.md`))!
    const words = README.replaceAll('`', '')
    expect(words, name).toContain(`[${title}](openapi/guides/${name}.md)`)
  }
})
