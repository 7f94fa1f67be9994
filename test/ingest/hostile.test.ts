import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/ingest/html/tokens.js'
import { ignored } from '../../src/ingest/ignored.js'
import { LINE_RULES } from '../../src/ingest/ignored/line-rules.js'
import { IngestError, ingest } from '../../src/ingest/ingest.js'

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const P = `<p>${SENTENCE}</p>`

/** Pages that break readers, about `size` characters long. */
const PAGES: readonly (readonly [name: string, page: (size: number) => string])[] = [
  ['deep nesting', (size) => '<div>'.repeat(size / 5) + P],
  ['deep inline nesting', (size) => '<b>'.repeat(size / 3) + P],
  ['end tags of what is not open', (size) => '<b></i>'.repeat(size / 7) + P],
  ['end tags far from their start', (size) => '<div>'.repeat(size / 10) + '</p>'.repeat(size / 10) + P],
  ['unclosed paragraphs', (size) => '<p>a'.repeat(size / 4)],
  ['unclosed tables', (size) => '<table><tr><td>'.repeat(size / 15) + P],
  ['unclosed select', (size) => P + '<select><option>'.repeat(size / 16)],
  ['a huge attribute', (size) => `${P}<p title="${'a'.repeat(size)}">x</p>`],
  ['a huge class', (size) => `<div class="caption ${'a-'.repeat(size / 2)}">${P}</div>${P}`],
  ['an attribute too many', (size) => `<p ${Array.from({ length: size / 8 }, (_, i) => `a${i}=b`).join(' ')}>${P}`],
  ['an entity flood', (size) => `<p>${'&amp;'.repeat(size / 5)}</p>`],
  ['entities that are none', (size) => `<p>${'&notanentity'.repeat(size / 12)}</p>`],
  ['entities of half characters', (size) => `<p>${'&#xD800;&#0;'.repeat(size / 12)}</p>`],
  ['angle brackets', (size) => '<'.repeat(size)],
  ['comments in comments', (size) => P + '<!--'.repeat(size / 4)],
  ['scripts in scripts', (size) => P + '<script>'.repeat(size / 8)],
  ['CDATA', (size) => P + '<![CDATA['.repeat(size / 9)],
  ['svg in svg', (size) => P + '<svg>'.repeat(size / 5)],
  ['JSON-LD of brackets', (size) => `<script type="application/ld+json">${'['.repeat(size)}</script>${P}`],
  [
    'JSON-LD nested',
    (size) => `<script type="application/ld+json">${'{"@graph":'.repeat(size / 11)}1${'}'.repeat(size / 11)}</script>${P}`,
  ],
  ['a title of separators', (size) => `<title>${'a | '.repeat(size / 4)}</title>${P}`],
  ['meta tags', (size) => '<meta name="author" content="A">'.repeat(size / 32) + P],
  ['times', (size) => '<time datetime="2019-04-31">'.repeat(size / 28) + P],
  ['breaks', (size) => `<p>a${'<br>'.repeat(size / 4)}b`],
  ['preformatted lines', (size) => `<pre>${'a\n'.repeat(size / 2)}</pre>`],
  ['links', (size) => `<p>${'<a href="#">x</a> '.repeat(size / 19)}</p>`],
  ['spaces', (size) => P + ' '.repeat(size) + P],
  ['rows', (size) => `<table><tr><th>a<th>b</tr>${'<tr><td>1<td>2</tr>'.repeat(size / 20)}</table>`],
  ['cells that span', (size) => `<table>${'<tr><td rowspan=9999 colspan=9999>Oslo'.repeat(size / 38)}</table>`],
  ['tables in tables', (size) => '<table><tr><td>a'.repeat(size / 16) + P],
  ['noise in noise', (size) => '<div class="ad">'.repeat(size / 16) + P],
  ['noise that is left open', (size) => '<span class="sr-only">a'.repeat(size / 23) + P],
  ['names of classes', (size) => `<div class="${'a-b_cD '.repeat(size / 7)}">${P}</div>`],
  ['date lines', (size) => '<div>Published May 1, 2019</div>'.repeat(size / 32) + P],
  ['bylines', (size) => `<p class="byline">By ${'Mia-'.repeat(size / 4)}</p>${P}`],
  ['headlines', (size) => '<h1>Fog stops the ferry</h1>'.repeat(size / 28) + P],
  ['articles', (size) => `<article>${P}</article>`.repeat(size / 140)],
  ['prose in a script', (size) => `${P}<script>${`"${SENTENCE}",`.repeat(size / 117)}</script>`],
  [
    'an articleBody of tags',
    (size) => `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${'<p>a'.repeat(size / 4)}"}</script>${P}`,
  ],
]

describe.each(PAGES)('a page of %s', (_, page) => {
  it('is read or refused in words', () => {
    for (const size of [20_000, 300_000]) {
      try {
        const { text, ignored: spans } = ingest({ html: page(size) })
        expect(text).not.toBe('')
        expect(spans.every(({ end }) => end <= text.length)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(IngestError)
      }
    }
  })

  it('calls the reader once for each tag and text: twice the page, twice the calls', () => {
    const calls = (size: number) => {
      let count = 0
      const one = () => void count++
      readHtml(page(size), { open: one, close: one, text: one })
      return count
    }
    expect(calls(64_000)).toBeLessThanOrEqual(calls(32_000) * 2.1 + 10)
  })
})

it('finds the article under 100,000 open tags', () => {
  expect(ingest({ html: '<div>'.repeat(100_000) + P + '</div>'.repeat(100_000) }).text).toBe(SENTENCE)
})

const TEXTS: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ['line feeds', (size) => '\n'.repeat(size)],
  ['one-letter lines', (size) => 'a\n'.repeat(size / 2)],
  ['share lines', (size) => 'Share '.repeat(size / 6)],
  ['capitals', (size) => `Photo: ${'A'.repeat(size)}`],
  ['credits without an end', (size) => 'Photo: A. B. C. D. E. F. G. H!\n'.repeat(size / 31)],
  ['slashes', (size) => 'A/B '.repeat(size / 4)],
  ['open brackets', (size) => '('.repeat(size)],
  ['bullets', (size) => '• '.repeat(size / 2)],
  ['spaces', (size) => ' '.repeat(size) + 'x'],
  ['full stories', (size) => 'Full story at https://a.example/b\n'.repeat(size / 35)],
  ['replies', (size) => 'Leave a Reply\n'.repeat(size / 14)],
  ['labels', (size) => 'READ MORE:\n'.repeat(size / 11)],
  ['names', (size) => 'About Mia Holm\n'.repeat(size / 15)],
  ['lone surrogates', (size) => '\ud800\n'.repeat(size / 2)],
  ['sources', (size) => `Source: ${'Aa, '.repeat(size / 4)}`],
]

describe.each(TEXTS)('a text of %s', (_, text) => {
  it('is marked without a throw at a megabyte', () => {
    const whole = text(1_000_000)
    expect(ignored(whole).every(({ start, end }) => start < end && end <= whole.length)).toBe(true)
  })
})

describe.each(LINE_RULES)('$id', ({ pattern, examples }) => {
  it('gives up soon on lines that nearly match', () => {
    for (const example of examples) {
      for (const tail of [' A'.repeat(170), 'A'.repeat(340), ' and'.repeat(85), ',A'.repeat(170), ' |'.repeat(170)]) {
        expect(pattern.test(`${example}${tail}\u0001!`)).toBeTypeOf('boolean') // a pattern that backtracks without bound never comes back
      }
    }
  })
})
