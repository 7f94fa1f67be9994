import type { Linked } from '../json-ld.js'
import type { Outline } from './outline.js'
import { readHtml } from './tokens.js'

/** The text is a beginning where the page counts so many times its words itself. */
const MORE_WORDS = 1.7
const LEAST_WORDS = 150
/** A script holds the rest of the text where so much prose that the page does not show follows the beginning. */
const LEAST_REST = 1500
/** Characters between two paragraphs of one article in a script. */
const WIDEST_GAP = 2000
/** Texts that are longer are not searched for in scripts. */
const LONGEST_STUB = 6000
/** Pages that hold several articles: each of so many characters, the others at least half as long as the longest. */
const LEAST_ARTICLE = 1200
/** A front page is a row of short articles. */
const LEAST_TEASERS = 6
const TEASERS_SHARE = 0.5

/** Whether the text of a page is the beginning of a longer one, as the page itself lets see. */
export function isStub(html: string, text: string, { article }: Linked): boolean {
  const words = text.match(/\S+/g)?.length ?? 0
  const stated = article?.words ?? 0
  if (stated >= LEAST_WORDS && stated > words * MORE_WORDS) return true
  return text.length <= LONGEST_STUB && restInScripts(html, text) > Math.max(LEAST_REST, text.length)
}

/** Characters that a script tells behind the beginning of the text, and the text does not. */
function restInScripts(html: string, text: string): number {
  const beginning = /[A-Za-z ,]{30,60}/.exec(text.slice(0, 1500))?.[0]
  if (!beginning) return 0
  let most = 0
  let script: string[] | null = null
  readHtml(html, {
    open: (name) => void (script = name === 'script' ? [] : script),
    text: (piece) => void script?.push(piece),
    close: (name) => {
      if (name !== 'script' || !script) return
      most = Math.max(most, restAfter(script.join(''), beginning, text))
      script = null
    },
  })
  return most
}

/** The strings behind the first that holds `beginning`, as long as they are paragraphs of one text. */
function restAfter(script: string, beginning: string, text: string): number {
  const from = script.indexOf(beginning)
  if (from === -1) return 0
  let rest = 0
  let gap = 0
  const strings = script.slice(from).replace(/\\+u003([ce])/gi, (_, sign: string) => (sign.toLowerCase() === 'c' ? '<' : '>'))
  for (const piece of strings.split(/\\?"/)) {
    if (!isProse(piece)) gap += piece.length
    else {
      gap = 0
      if (!text.includes(plainRun(piece))) rest += piece.length
    }
    if (gap > WIDEST_GAP) break
  }
  return rest
}

const isProse = (piece: string): boolean =>
  piece.length >= 60 && /[.!?]\s*(?:<\/\w+>\s*)*$/.test(piece.slice(-40)) && !/[{}]|=>|function/.test(piece)

/** A run of letters of a paragraph that no way of writing signs changes. */
const plainRun = (piece: string): string => /[A-Za-z ,]{20,60}/.exec(piece)?.[0] ?? piece

/** Whether a page holds several articles, none of which is the one that it is about. */
export function holdsSeveral({ articles: all, characters }: Outline, { article, bodies }: Linked): boolean {
  if (article?.live) return false
  if (bodies >= 2) return true
  const articles = all.map((article) => article.characters)
  const longest = Math.max(0, ...articles)
  if (articles.filter((size) => size >= LEAST_ARTICLE && size * 2 >= longest).length >= 2) return true
  const sum = articles.reduce((total, size) => total + size, 0)
  return articles.length >= LEAST_TEASERS && longest * 3 < sum && sum >= characters * TEASERS_SHARE
}
