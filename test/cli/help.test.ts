import type { Command } from 'commander'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.js'
import { attest } from './attest.js'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SETTINGS } from '../../src/settings.js'

const MAIN = join(import.meta.dirname, '../../dist/main.js')
const run = promisify(execFile)

/** What a command prints as its help. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (piece) => void (text += piece) })
  command.outputHelp()
  return text
}

const sink = Object.assign(new Writable({ write: (_piece, _encoding, done) => done() }), { isTTY: false })
const program = createProgram({ out: sink, err: sink })
const withGroups = (command: Command): Command[] => [command, ...command.commands.flatMap(withGroups)]
const commands = withGroups(program).map((command) => [command.name(), command] as const)

/** The words of an example behind `attest`, up to a pipe or a redirection. */
const examplesOf = (help: string): string[][] =>
  [...help.matchAll(/^ {2}(?!#)\S.*/gm)]
    .map(([line]) => /(?:^|\s)attest\s+([^|>]*)/.exec(line)?.[1]?.trim().split(/\s+/))
    .filter((words) => words !== undefined)

test.each(commands)('the help of %s has examples, of commands and options that there are', (_, command) => {
  const help = helpOf(command)
  const examples = examplesOf(help.slice(help.indexOf('\nExamples:\n') + 1))
  expect(help).toContain('\nExamples:\n')
  expect(examples.length).toBeGreaterThan(0)
  for (const [name, ...words] of examples) {
    if (name === 'help') continue
    const first = program.commands.find((other) => other.name() === name)
    const called = first?.commands.find((other) => other.name() === words[0]) ?? first
    expect(called, name).toBeDefined()
    const options = called!.options.map(({ long }) => long)
    for (const word of words.filter((other) => other.startsWith('--'))) expect(options).toContain(word.replace(/=.*/, ''))
  }
})

test('the built service prints help and version, and refuses what it does not know', { timeout: 60_000 }, async () => {
  const { stdout } = await run(process.execPath, [MAIN, '--help'])
  for (const name of Object.keys(SETTINGS)) expect(stdout).toContain(name)
  expect((await run(process.execPath, [MAIN, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  await expect(run(process.execPath, [MAIN, 'frobnicate'])).rejects.toMatchObject({
    code: 2,
    stderr: 'attest: unknown argument frobnicate; --help lists what can be set.\n',
  })
})

test('the version of the command line is that of the service', { timeout: 60_000 }, async () => {
  const cli = attest()
  const { out } = await cli.run(['--version'])
  expect(out).toBe((await run(process.execPath, [MAIN, '--version'])).stdout)
  cli.remove()
})
