import { readFileSync } from 'node:fs'

type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>

let examples: Examples | undefined

/**
 * An example of an operation as it was recorded from the sample articles (`npm run openapi` records them anew): `parameters`,
 * `body`, or the answer of a status in a media type. Undefined where none was recorded.
 */
export function recordedExample(operationId: string, part: string, type?: string): unknown {
  examples ??= JSON.parse(readFileSync(new URL('../../openapi/examples.json', import.meta.url), 'utf8')) as Examples
  return examples[operationId]?.[type === undefined ? part : `${part} ${type}`]
}

/** Reads the recorded examples anew at the next question: for the program that writes them. */
export function forgetExamples(): void {
  examples = undefined
}
