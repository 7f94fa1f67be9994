import type { Command } from 'commander'

/** Adds examples to the help of a command: command lines that work as they stand, each with what it does. */
export function withExamples(command: Command, examples: Readonly<Record<string, string>>): Command {
  const lines = Object.entries(examples).map(([line, purpose]) => `  # ${purpose}\n  ${line}`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}
