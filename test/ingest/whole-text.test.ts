import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.js'

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const MORE = Array.from(
  { length: 12 },
  (_, i) => `In town ${'abcdefghijkl'[i]} the bus was late by ${i + 2} hours, and nobody could say why it was.`,
)
const P = `<p>${SENTENCE}</p>`
const BODY =
  P +
  MORE.slice(0, 4)
    .map((line) => `<p>${line}</p>`)
    .join('')
const linked = (node: object) => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...node })}</script>`
const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`
const read = (head: string, body: string) => ingest({ html: page(head, body), publishedAt: '2019-11-20' })

describe('what leads an article', () => {
  it.each([
    [
      'a standfirst beside the body',
      '<header><h1>Fog stops ferry</h1><p class="standfirst">Two schools close for a day</p></header>',
      'Two schools close for a day',
    ],
    [
      'a subheading',
      '<header><h1>Fog stops ferry</h1><h2 class="article__dek">Two schools close for a day</h2></header>',
      'Two schools close for a day',
    ],
    [
      'the sentence that describes the page',
      '<header><h1>Fog stops ferry</h1><div>Two schools close for a whole day</div></header>',
      'Two schools close for a whole day',
    ],
    [
      'a sentence behind the headline',
      '<header><h1>Fog stops ferry</h1><div>Two schools in the harbour had to close for a day.</div></header>',
      'Two schools in the harbour had to close for a day.',
    ],
    [
      'key points',
      '<header><h1>Fog stops ferry</h1></header><div class="key-points"><ul><li>The ferry was three hours late</li><li>Two schools in Moss were closed</li></ul></div>',
      'Two schools in Moss were closed',
    ],
  ])('is kept: %s', (_, lead, text) => {
    const found = read(
      '<meta name="description" content="Two schools close for a whole day">',
      `<div>${lead}<div class="body">${BODY}</div></div>`,
    ).text
    expect(found).toContain(text)
    expect(found.indexOf(text)).toBeLessThan(found.indexOf(SENTENCE))
    expect(found.split(text).length).toBe(2)
  })

  it.each([
    ['a caption', '<div class="photo-caption">A ferry in the fog, as nobody saw it on Tuesday.</div>'],
    ['a byline', '<div class="byline">Mia Holm is a reporter for the Harbour Post in Moss.</div>'],
    ['related links', '<ul><li><a href="/2">The ferry was late in October, too, as it had been before.</a></li></ul>'],
    ['an offer', '<div class="newsletter-signup">Get all that happens in the harbour straight to your inbox.</div>'],
  ])('is not %s', (_, between) => {
    expect(
      read('', `<div><header><h1>Fog stops ferry</h1>${between}</header><div class="body">${BODY}</div></div>`).text.startsWith(SENTENCE),
    ).toBe(true)
  })
})

describe('what stands around the text', () => {
  it('is left out: the items of a menu, and a byline behind the standfirst', () => {
    const menu = ['U.S.', 'World', 'Business', 'Arts', 'Opinion', 'Cooking'].map((item) => `<p>${item}</p>`).join('')
    const body = `${menu}${P}<p>By Mia Holm | Published Nov 20, 2019 1:03 PM</p>${MORE.map((line) => `<p>${line}</p>`).join('')}`
    const { text } = read('', `<article>${body}</article>`)
    expect(text).toBe([SENTENCE, ...MORE].join('\n\n'))
  })

  it('is kept where it only looks alike', () => {
    const body = `<p>Fog.</p><p>Rain.</p>${P}<p>By Tuesday, 14 ships had left the harbour.</p><p>${MORE[0]}</p>`
    expect(read('', `<article>${body}</article>`).text.split('\n\n')).toEqual([
      'Fog.',
      'Rain.',
      SENTENCE,
      'By Tuesday, 14 ships had left the harbour.',
      MORE[0],
    ])
  })
})

describe('a page whose text is elsewhere', () => {
  it('is read from articleBody where it has none of its own', () => {
    const { text, warnings } = read(linked({ articleBody: [SENTENCE, ...MORE].join('\n\n') }), '<div id="app"></div>')
    expect(text).toBe([SENTENCE, ...MORE].join('\n\n'))
    expect(warnings).toEqual([])
  })

  it('is read from articleBody where its own is a stub', () => {
    const body = [SENTENCE, ...MORE].map((line) => `<p>${line.replace('the', '<b>the</b>')} &amp;c.</p>`).join('')
    const { text } = read(linked({ articleBody: body }), `<article><h1>Fog</h1>${P}<p>Subscribe to read on.</p></article>`)
    expect(text.split('\n\n')).toHaveLength(13)
    expect(text).toContain('late by 13 hours, and nobody could say why it was. &c.')
  })

  it('keeps its own text where that is the longer one', () => {
    const { text } = read(linked({ articleBody: `${SENTENCE} `.repeat(4) }), `<article>${BODY}</article>`)
    expect(text).toContain(MORE[3])
  })
})

describe('warnings', () => {
  const script = (lines: readonly string[]) =>
    `<script>window.state = {"story":${JSON.stringify(lines.map((line) => ({ type: 'p', text: line })))}}</script>`
  const many = [SENTENCE, ...MORE, ...MORE.map((line) => `Later on, ${line}`)]
  const long = `<p>${`${SENTENCE} `.repeat(14)}</p>`

  it.each([
    ['a stub whose text is in a script', ['probably-truncated'], `<article>${P}</article>${script(many)}`],
    [
      'a stub whose text is in a script that escapes its tags',
      ['probably-truncated'],
      `<article>${P}</article>${script(many).replace(/(?<=[.!?])(?=")/g, '\\u003c/p\\u003e')}`,
    ],
    ['a script that holds what the page shows', [], `<article>${many.map((line) => `<p>${line}</p>`).join('')}</article>${script(many)}`],
    ['a script about other articles', [], `<article>${P}</article>${script(many.slice(1))}`],
    ['a count of words that it does not have', ['probably-truncated'], `${linked({ wordCount: 900 })}<article>${BODY}</article>`],
    ['a count of words that it has', [], `${linked({ wordCount: 90 })}<article>${BODY}</article>`],
    [
      'two long articles',
      ['several-articles'],
      `<main><article><h2>Fog</h2>${long}</article><article><h2>Rain</h2>${long}</article></main>`,
    ],
    [
      'two articles in JSON-LD',
      ['several-articles'],
      `${linked({ headline: 'Fog', articleBody: `${SENTENCE} `.repeat(9) })}${linked({ headline: 'Rain', articleBody: `${SENTENCE} `.repeat(9) })}<article>${long}</article>`,
    ],
    [
      'a row of teasers',
      ['several-articles'],
      `<main>${MORE.slice(0, 7)
        .map((line) => `<article><h2>Fog</h2><p>${line} ${line}</p></article>`)
        .join('')}</main>`,
    ],
    [
      'an article and teasers',
      [],
      `<article>${long}</article>${MORE.slice(0, 7)
        .map((line) => `<article><a href="/x">${line}</a></article>`)
        .join('')}`,
    ],
    [
      'a live page',
      [],
      `${linked({ '@type': 'LiveBlogPosting' })}<main>${MORE.slice(0, 7)
        .map((line) => `<article><p>${line} ${line}</p></article>`)
        .join('')}</main>`,
    ],
  ])('of %s', (_, warnings, body) => {
    expect(read('', body).warnings).toEqual(warnings)
  })

  it.each([
    ['The talks went on until Monday, the min…', ['probably-truncated']],
    ['The talks went on until Monday, the min… [+4211 chars]', ['probably-truncated']],
    ['The talks went on … and on, until Monday.', []],
    ['The talks went on, the minister said, and …\n\nFull story at https://harbour-post.example/talks', ['probably-truncated']],
  ])('of a text: %s', (text, warnings) => {
    expect(ingest({ text, publishedAt: '2019-11-20' }).warnings).toEqual(warnings)
  })

  it('say that there is no date, in their order', () => {
    expect(ingest({ text: 'The talks went on until Monday.' }).warnings).toEqual(['no-date'])
    expect(ingest({ text: 'The talks went on until Mon…' }).warnings).toEqual(['probably-truncated', 'no-date'])
  })
})
