import type { Document } from '../../document/document.js'
import { firstEndingAfter, type Span } from '../../document/span.js'

/** Sentences that describe a picture, lead elsewhere or hold the headlines of other articles: they tell no news. */
export interface Captions {
  /** Whether a span begins in one of them. */
  holds(span: Span): boolean
}

/** How captions and links begin: `FILE PHOTO: …`, `FILE - In this Jan. 4, 2019, photo …`, `In this image from video, …`, `Photo by …`. */
const OPENS =
  /^\W{0,2}(?:FILE\b(?: PHOTO)?\s*[:–—-]|In this (?:[^.]{0,30} )?(?:photo|image|frame|picture|screenshot)\b|(?:Photo|Image|Picture|Caption|Credit|Photograph)s?(?::| by\b)|(?:Enlarge this|Toggle|Hide) (?:image|caption)|Mandatory Credit|(?:Read|See) (?:more|also)\b|(?:Related|WATCH|READ MORE)(?: \w+)?:)/i

/** Headlines of other articles that a page has run into its sentences: `… MORE (R-Ky.)`, `EPA chief resigns | Senate votes`. */
const LINKED = / \| |[a-z]\)? MORE\b/

/** The captions of a text. */
export function captionsOf(doc: Document<'token' | 'sentence'>): Captions {
  const { sentence } = doc.layers
  const captions = sentence.filter(
    ({ start, end }) => OPENS.test(doc.text.slice(start, Math.min(end, start + LONGEST))) || LINKED.test(doc.text.slice(start, end)),
  )
  return {
    holds: ({ start }) => {
      const at = captions[firstEndingAfter(captions, start)]
      return at !== undefined && at.start <= start
    },
  }
}

/** So many characters of a sentence are looked at. */
const LONGEST = 60
