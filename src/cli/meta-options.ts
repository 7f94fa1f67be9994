import { Option, type Command } from 'commander'
import { defined } from '../http/defined.js'
import { submissionSchema } from '../http/schemas/submission.js'
import type { Submission } from '../ingest/submission.js'
import { Failure } from './failure.js'
import { FORMATS, type Format } from './input.js'

export interface MetaOptions {
  readonly publishedAt?: string
  readonly timezone?: string
  readonly publisher?: string
  readonly title?: string
  readonly author?: string
  readonly url?: string
  readonly language?: string
  readonly tag?: string[]
  readonly format?: Format
}

/** What can be told of articles that do not tell it themselves. */
export const withMeta = (command: Command): Command =>
  command
    .option('--published-at <time>', 'publication time: 2019-04-24T15:45:00+08:00, or a date')
    .option('--timezone <zone>', 'IANA time zone that decides the day of publication')
    .option('--publisher <name>')
    .option('--title <text>')
    .option('--author <name>')
    .option('--url <address>')
    .option('--language <tag>', 'language of the text; identified if omitted')
    .option('--tag <tag...>', 'tags')
    .addOption(new Option('--format <format>', 'format of the input; guessed from the name or first character if omitted').choices(FORMATS))

/** The options as parts of a submission. Raises `Failure` for a value that the API would refuse. */
export function metaOf({ publishedAt, timezone, publisher, title, author, url, language, tag }: MetaOptions): Submission {
  const meta = defined({ publishedAt, timezone, publisher, title, author, url, language, tags: tag })
  const issue = submissionSchema.safeParse({ ...meta, text: '-' }).error?.issues[0]
  if (issue) throw new Failure(`--${String(issue.path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${issue.message}.`, 2)
  return meta
}
