import { z } from 'zod'
import { timeText } from './common.js'

const line = (longest: number) => z.string().max(longest).nullish()

const timezone = z
  .string()
  .max(100)
  .refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) && !/^[+-]/.test(name)
    } catch {
      return false
    }
  }, 'must be the name of an IANA time zone, such as Asia/Singapore')

const address = z
  .string()
  .max(4000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'must be an http or https address')

const tags = z.array(z.string().min(1).max(200)).max(100)

/** Metadata of an article, which may be changed later. */
const told = {
  title: line(2000).describe('Gives context for names and dates; facts are taken from the text only.'),
  publisher: line(500),
  author: line(500),
  publishedAt: timeText.nullish().describe('RFC 3339 with an offset, or a date alone: what relative dates count from.'),
  timezone: timezone.nullish().describe('IANA time zone that decides the day of publication.'),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag, such as en or en-GB')
    .nullish()
    .describe('Language tag; identified if omitted.'),
  externalId: line(500).describe('Your own id.'),
  tags: tags.nullish(),
}

/** A merge patch (RFC 7396) of an article's metadata. */
export const changeSchema = z
  .strictObject(told)
  .meta({ id: 'ArticleChange', description: 'The metadata to change: null removes a value, what is left out stays.' })

/** An article as a client sends it. `null` counts as absent, so that an Article can be sent back as it came. */
export const submissionSchema = z
  .strictObject({
    text: z.string().min(1).nullish().describe('Plain text, kept exactly as sent: offsets refer to it. Either this or `html`.'),
    html: z
      .string()
      .min(1)
      .nullish()
      .describe('A whole page. Its main content becomes the text; title, author and so on come from its metadata.'),
    url: address
      .nullish()
      .describe('The address of the article. A later submission with the same address is a new version of the same article.'),
    ...told,
  })
  .refine(({ text, html }) => (text == null) !== (html == null), {
    message: 'either `text` or `html` is required, not both',
    path: ['text'],
  })
  .meta({ id: 'Submission', description: 'An article to be analysed: `text` or `html`, and what is known about it.' })
