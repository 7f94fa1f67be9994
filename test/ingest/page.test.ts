import { inflateSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { IngestError, ingest } from '../../src/ingest/ingest.js'

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const BODY = `<p>${SENTENCE}</p><p>${SENTENCE} It was the third time, it added.</p><p>${SENTENCE} Nobody was hurt.</p>`

const page = (head: string, body = BODY): string =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`
const linked = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const metaOf = (head: string) => ingest({ html: page(head) }).meta
const textOf = (body: string) => ingest({ html: page('', body) }).text

describe('plain text', () => {
  it('is kept as sent', () => {
    const text = '  A line \r\n\r\n\twith\u00a0odd spaces.  \n'
    expect(ingest({ text })).toMatchObject({ text, page: null })
  })

  it('carries what the sender says', () => {
    const { meta } = ingest({
      text: SENTENCE,
      url: 'https://a.example/1',
      tags: ['fog'],
      timezone: 'Asia/Seoul',
      externalId: 'x',
      publishedAt: '2019-04-24',
    })
    expect(meta).toEqual({
      url: 'https://a.example/1',
      title: null,
      publisher: null,
      author: null,
      publishedAt: '2019-04-24',
      timezone: 'Asia/Seoul',
      language: 'en',
      externalId: 'x',
      tags: ['fog'],
    })
  })
})

describe('the text of a page', () => {
  it('has its paragraphs a blank line apart and nothing that only lays out', () => {
    expect(
      textOf(`<p>\n   ${SENTENCE.replaceAll(' ', '\n  ')}&nbsp; It   rained\u00ad.</p>\n\n<p>${SENTENCE}</p><div>${SENTENCE}</div>`),
    ).toBe(`${SENTENCE} It rained.\n\n${SENTENCE}\n\n${SENTENCE}`)
  })

  it('has list items, rows and breaks on lines of their own', () => {
    const body = `${BODY}<h2>What is late</h2><ul><li>the <b>ferry</b>, by three hours</li><li>the bus, by one</li></ul><table><tr><th>Year</th><th>Days</th></tr><tr><td>2018</td><td>14</td></tr></table><p>First, this.<br>Then, that.</p>`
    expect(textOf(body)).toContain(
      'What is late\n\nthe ferry, by three hours\nthe bus, by one\n\nYear: 2018; Days: 14\n\nFirst, this.\nThen, that.',
    )
  })

  it('leaves out captions, scripts, blocks that are links, and the headline repeated', () => {
    const body = `<h1>Fog stops ferry</h1><p>By Mia Holm</p><p>April 24, 2019</p><figure><img src="a.jpg"><figcaption>Fog, yesterday</figcaption></figure>${BODY}<p><a href="/2">Ferry fares to rise in May</a></p><script>var fog = 1</script>`
    const { text } = ingest({ html: page('<title>Fog stops ferry</title>', body) })
    expect(text.startsWith(SENTENCE)).toBe(true)
    expect(text.endsWith('Nobody was hurt.')).toBe(true)
  })

  it('has U+FFFD where the page has NUL or half a character', () => {
    const { text } = ingest({ html: page('', `<p>A\0B \ud83d C &#0; &#xD800; ${SENTENCE}</p>${BODY}`) })
    expect(text).toContain('A\ufffdB \ufffd C \ufffd \ufffd')
  })

  it('keeps the page as it came', () => {
    const html = page('<title>Fog</title>')
    expect(inflateSync(ingest({ html }).page!).toString()).toBe(html)
  })

  it('is read from pages that are hardly pages', () => {
    expect(ingest({ html: SENTENCE }).text).toBe(SENTENCE)
    expect(ingest({ html: `<nav>Home</nav><p>${SENTENCE}` }).text).toBe(SENTENCE)
    expect(ingest({ html: '<p>Closed.</p>' }).text).toBe('Closed.')
  })

  it.each(['', '   ', '<html></html>', '<script>alert(1)</script>', '<img src=x alt=y>', '<!-- only a comment -->'])(
    'is missing: %j',
    (html) => {
      expect(() => ingest({ html })).toThrowError(expect.objectContaining({ name: IngestError.name, code: 'no_main_content' }) as Error)
    },
  )
})

describe('metadata', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Fog stops ferry &#8211; again',
    datePublished: '2019-04-24T15:45:00+0800',
    author: [{ '@type': 'Person', name: 'Mia Holm' }, { name: 'Jo Lund' }],
    publisher: { '@type': 'Organization', name: 'Harbour Post' },
    mainEntityOfPage: { '@id': 'https://harbour-post.example/fog' },
    inLanguage: 'en-SG',
  }
  const read = {
    title: 'Fog stops ferry – again',
    publishedAt: '2019-04-24T15:45:00+08:00',
    author: 'Mia Holm, Jo Lund',
    publisher: 'Harbour Post',
  }

  it.each([
    ['alone', article],
    ['in an array', [{ '@type': 'BreadcrumbList' }, article]],
    ['in @graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'x' }, article] }],
    ['as main entity', { '@type': 'WebPage', mainEntity: article }],
    ['with several types', { ...article, '@type': ['Thing', 'ReportageNewsArticle'] }],
    [
      'by reference',
      {
        '@graph': [
          { '@id': '#org', '@type': 'Organization', name: 'Harbour Post' },
          { ...article, publisher: { '@id': '#org' } },
        ],
      },
    ],
  ])('is read from JSON-LD %s', (_, data) => {
    expect(metaOf(linked(data))).toMatchObject(read)
  })

  it('prefers the sender, then JSON-LD, then OpenGraph, then other meta tags, then the title; of times the meta tag for publication', () => {
    const graph = '<meta property="og:title" content="From the graph"><meta property="article:published_time" content="2019-04-23">'
    const other = '<meta name="date" content="2019-04-22"><meta name="dc.title" content="From Dublin Core"><title>From the title</title>'
    expect(ingest({ html: page(linked(article) + graph + other), title: 'From the sender' }).meta.title).toBe('From the sender')
    expect(metaOf(linked(article) + graph + other)).toMatchObject({ ...read, publishedAt: '2019-04-23' })
    expect(metaOf(linked(article) + other)).toMatchObject(read)
    expect(metaOf(graph + other)).toMatchObject({ title: 'From the graph', publishedAt: '2019-04-23' })
    expect(metaOf(other)).toMatchObject({ title: 'From Dublin Core', publishedAt: '2019-04-22' })
    expect(metaOf('<title>From the title</title>').title).toBe('From the title')
  })

  it('takes the time from <time> where nothing else tells, and no date that is none', () => {
    const body = `<time datetime="2019-04-20">a</time><time itemprop="datePublished" datetime="2019-04-21T10:00Z">b</time>${BODY}`
    expect(ingest({ html: page('<meta name="date" content="2019-04-31">', body) }).meta.publishedAt).toBe('2019-04-21T10:00:00Z')
    expect(metaOf('<meta name="date" content="soon">').publishedAt).toBeNull()
  })

  it('takes the canonical address, if it is one', () => {
    expect(metaOf('<link rel="canonical" href="https://harbour-post.example/fog">').url).toBe('https://harbour-post.example/fog')
    expect(metaOf('<link rel="canonical" href="/fog"><meta property="og:url" content="https://a.example/b">').url).toBe(
      'https://a.example/b',
    )
    expect(metaOf('<link rel="canonical" href="javascript:alert(1)">').url).toBeNull()
  })

  it.each([
    ['<title>Fog stops ferry | Harbour Post</title><meta property="og:site_name" content="Harbour Post">', 'Fog stops ferry'],
    ['<title>Fog stops ferry - The Harbour Post</title><link rel="canonical" href="https://harbour-post.example/fog">', 'Fog stops ferry'],
    ['<title>Fog - and rain - stop ferry</title>', 'Fog - and rain - stop ferry'],
    ['<title>Fog stops\n   ferry &amp; bus</title>', 'Fog stops ferry & bus'],
    [
      linked({ '@type': 'Article', headline: 'Harbour Post', publisher: 'Harbour Post' }) + '<meta property="og:title" content="Fog">',
      'Fog',
    ],
  ])('cleans the title: %s', (head, title) => {
    expect(metaOf(head).title).toBe(title)
  })

  it.each([
    '{"@type": "NewsArticle", "headline": ',
    '[[[[[',
    'null',
    '"NewsArticle"',
    '{"@type": "NewsArticle", "author": {"name": {"name": 1}}, "headline": 5, "datePublished": [], "publisher": [null]}',
    '{"@type": ["NewsArticle", 7], "@graph": {"@graph": {}}}',
  ])('survives broken JSON-LD: %s', (json) => {
    expect(metaOf(`<script type="application/ld+json">${json}</script><title>Fog</title>`).title).toBe('Fog')
  })

  it('cleans halves of characters and NUL out of values', () => {
    expect(metaOf(linked({ '@type': 'Article', headline: 'A\0B\ud800C' })).title).toBe('A\ufffdB\ufffdC')
  })
})

it('reads the sample page: its article, not its comments', () => {
  const html = readFileSync(new URL('../../data/samples/four-winds.html', import.meta.url), 'utf8')
  const { text, meta } = ingest({ html })
  expect(meta).toMatchObject({
    url: 'https://four-winds-radio.example/news/putin-kim-guarantees',
    title: 'Putin: North Korea needs guarantees before it disarms',
    publisher: 'Four Winds Radio',
    author: 'Gwen Parry',
    publishedAt: '2019-04-25T16:30:00+01:00',
    language: 'en',
  })
  expect(text.startsWith('Vladimir Putin has said')).toBe(true)
  expect(text.endsWith('two limousines.')).toBe(true)
  expect(text.split('\n\n')).toHaveLength(9)
})
