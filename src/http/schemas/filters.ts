import { z } from 'zod'
import { BadWords, readNames, readWords } from '../../query/words.js'
import { isUnwantedOnly, type WordQuery } from '../../store/word-query.js'
import { documented, words } from './common.js'
import { COMMA_OF_NAMES, eachOf, several } from './several.js'

const TEXT = { type: 'string', minLength: 1, maxLength: 500 }

const readBy = (read: (text: string) => WordQuery, refuse: (query: WordQuery) => string | undefined) =>
  documented(
    words.transform((text, context): WordQuery => {
      try {
        const query = read(text)
        const message = refuse(query)
        if (message !== undefined) context.addIssue({ code: 'custom', message })
        return query
      } catch (error) {
        if (!(error instanceof BadWords)) throw error
        context.addIssue({ code: 'custom', message: error.message })
        return z.NEVER
      }
    }),
    TEXT,
  )

const wanted = (query: WordQuery): string | undefined =>
  isUnwantedOnly(query) ? 'has only unwanted words: name one that must stand there' : undefined

export const GRAMMAR = 'words in all their forms, "phrases" as written, `begin*`, OR, -not, brackets'
/** Words to look for. */
export const wordQuery = readBy(readWords, () => undefined)
/** The same, with one at least that must be there. */
export const wantedWords = readBy(readWords, wanted)
/** Words of names, which have no other forms. */
export const nameWords = readBy(readNames, wanted)

/** Names of which any will do. */
export const names = several(words, TEXT, COMMA_OF_NAMES)
/** Names each of which must be there. */
export const eachName = eachOf(words, TEXT, COMMA_OF_NAMES)
/** Values of a list of which any will do. */
export const anyOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  several(z.enum(values) as unknown as z.ZodType<Values[number], string>, { type: 'string', enum: values })
