import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.js'
import { AUTHOR_SOURCES } from '../../src/ingest/trust/author.js'
import { DATE_SOURCES } from '../../src/ingest/trust/date.js'
import { PUBLISHER_SOURCES } from '../../src/ingest/trust/publisher.js'
import type { Source } from '../../src/ingest/trust/source.js'
import { TITLE_SOURCES } from '../../src/ingest/trust/title.js'
import { URL_SOURCES } from '../../src/ingest/trust/url.js'

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const BODY = `<p>${SENTENCE}</p><p>${SENTENCE} It was the third time, it added.</p><p>${SENTENCE} Nobody was hurt.</p>`

/** What a page consists of; each row of a table below adds one statement to it. */
interface Parts {
  readonly head?: string
  readonly linked?: object
  readonly front?: string
  readonly after?: string
  readonly url?: string
}
type Row = readonly [source: string, parts: Parts, value: string]

function read(parts: readonly Parts[]) {
  const linked = parts.flatMap((part) => (part.linked ? [part.linked] : []))
  const article = { '@type': 'NewsArticle', ...Object.assign({}, ...linked.filter((node) => !('@type' in node)).reverse()) } as object
  const nodes = [...linked.filter((node) => '@type' in node), ...(linked.some((node) => !('@type' in node)) ? [article] : [])]
  const join = (name: 'head' | 'front' | 'after') => parts.map((part) => part[name] ?? '').join('')
  const scripts = nodes.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('')
  const html = `<!doctype html><html><head>${join('head')}${scripts}</head><body><article>${join('front')}${BODY}</article>${join('after')}</body></html>`
  const url = parts.find((part) => part.url)?.url
  return ingest({ html, ...(url && { url }) }).meta
}

/** Each row alone gives its value, and wins over every row below it; the table of the code has the same rows. */
function inOrder(sources: readonly Source[], rows: readonly Row[], value: (meta: ReturnType<typeof read>) => string | null): void {
  it('is the table of the code, each row with its reason', () => {
    expect(rows.map(([name]) => name)).toEqual(sources.map(({ name }) => name))
    for (const { because } of sources) expect(because.length).toBeGreaterThan(20)
  })
  it.each(rows.map((row, i) => [row[0], i] as const))('%s', (_, i) => {
    const [, parts, wanted] = rows[i]!
    expect(value(read([parts]))).toBe(wanted)
    for (const [, below] of rows.slice(i + 1)) expect(value(read([parts, below]))).toBe(wanted)
  })
}

describe('the date', () => {
  inOrder(
    DATE_SOURCES,
    [
      [
        'change that readers are shown',
        { head: '<meta property="og:updated_time" content="2019-05-01T10:00:00Z">', front: '<div>May 1, 2019</div>' },
        '2019-05-01T10:00:00Z',
      ],
      [
        'meta tags for publication',
        { head: '<meta property="article:published_time" content="2019-04-01T10:00:00Z">' },
        '2019-04-01T10:00:00Z',
      ],
      ['JSON-LD datePublished', { linked: { datePublished: '2019-04-02T10:00:00Z' } }, '2019-04-02T10:00:00Z'],
      [
        '<time> marked as publication',
        { front: '<time itemprop="datePublished" datetime="2019-04-03T10:00:00Z">3rd</time>' },
        '2019-04-03T10:00:00Z',
      ],
      ['other meta tags', { head: '<meta name="date" content="2019-04-04T10:00:00Z">' }, '2019-04-04T10:00:00Z'],
      ['JSON-LD of the page', { linked: { '@type': 'WebPage', datePublished: '2019-04-05T10:00:00Z' } }, '2019-04-05T10:00:00Z'],
      ['<time> at the headline', { front: '<time datetime="2019-04-06T10:00:00Z">6th</time>' }, '2019-04-06T10:00:00Z'],
      ['date line', { front: '<div>Published 2:16 AM EST Apr 7, 2019</div>' }, '2019-04-07T02:16:00-05:00'],
      ['address', { url: 'https://harbour-post.example/2019/04/08/fog' }, '2019-04-08'],
      [
        'posts of a live page',
        {
          linked: {
            liveBlogUpdate: [
              { '@type': 'BlogPosting', datePublished: '2019-04-09T12:00:00Z' },
              { '@type': 'BlogPosting', datePublished: '2019-04-09T10:00:00Z' },
            ],
          },
        },
        '2019-04-09T10:00:00Z',
      ],
      ['JSON-LD dateCreated', { linked: { dateCreated: '2019-04-10T10:00:00Z' } }, '2019-04-10T10:00:00Z'],
      ['last change', { head: '<meta property="article:modified_time" content="2019-04-11T10:00:00Z">' }, '2019-04-11T10:00:00Z'],
    ],
    ({ publishedAt }) => publishedAt,
  )

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31', '2019-02-30', '{{date}}', 'today'])(
    'falls through: %s',
    (none) => {
      const head = `<meta property="article:published_time" content="${none}">`
      expect(read([{ head, linked: { datePublished: '2019-04-02' } }]).publishedAt).toBe('2019-04-02')
    },
  )

  it('is that of the publication where readers are shown both days, or none', () => {
    const head =
      '<meta property="article:published_time" content="2019-04-02T10:00:00Z"><meta property="article:modified_time" content="2019-05-01T10:00:00Z">'
    const both = '<h1>Fog stops the ferry</h1><div>Published April 2, 2019</div><div>Updated May 1, 2019</div>'
    expect(read([{ head, front: both }]).publishedAt).toBe('2019-04-02T10:00:00Z')
    expect(read([{ head }]).publishedAt).toBe('2019-04-02T10:00:00Z')
    expect(read([{ head, front: '<h1>Fog</h1><div>Updated May 1, 2019</div>' }]).publishedAt).toBe('2019-05-01T10:00:00Z')
  })

  it('is completed by another source that has the same day, and by no other', () => {
    const head = '<meta property="article:published_time" content="2019-04-02T10:00:00">'
    expect(read([{ head, linked: { datePublished: '2019-04-02T10:00:00+02:00' } }]).publishedAt).toBe('2019-04-02T10:00:00+02:00')
    expect(read([{ head, linked: { datePublished: '2019-04-03T10:00:00+02:00' } }]).publishedAt).toBe('2019-04-02')
  })

  it.each([
    ['beside the article', { front: '<aside><time datetime="2026-11-30T08:00:00Z">now</time></aside>' }],
    ['of a comment', { after: '<div id="comments"><p>So true. <time datetime="2026-11-30T08:00:00Z">now</time></p></div>' }],
    ['of another article', { after: `<section class="latest-news"><time class="published" datetime="2026-11-30">now</time></section>` }],
    ['in a footer', { after: '<footer><time datetime="2026-11-30">now</time></footer>' }],
    ['behind the article', { after: `<div><p>${SENTENCE}</p><time datetime="2026-11-30">now</time></div>` }],
    ['in the text', { front: '<p>On November 30, 2026 the bridge fell into the river, and nobody knows why it did.</p>' }],
  ])('is no time %s', (_, parts) => {
    expect(read([{ front: '<h1>Fog stops the ferry</h1>' }, parts]).publishedAt).toBeNull()
  })

  it.each([
    ['Dec 18, 2023 3 min read', '2023-12-18'],
    ['By Mia Holm | 20 November 2019', '2019-11-20'],
    ['Mia Holm 20 Nov 2019', '2019-11-20'],
    ['Wednesday, November 20, 2019 at 9:05 p.m. EST', '2019-11-20T21:05:00-05:00'],
    ['Updated: 20.11.2019', '2019-11-20'],
  ])('stands in the line: %s', (line, date) => {
    expect(read([{ front: `<h1>Fog stops the ferry</h1><div>${line}</div>` }]).publishedAt).toBe(date)
  })

  it.each([
    ['https://a.example/2019-11-20-fog', '2019-11-20'],
    ['https://a.example/news/fog-20191120-p5es82.html', '2019-11-20'],
    ['https://a.example/2019/nov/20/fog', '2019-11-20'],
    ['https://a.example/2019/11/fog', null],
    ['https://a.example/fog-20193020', null],
    ['https://a.example/fog-120191120', null],
  ])('in an address: %s', (url, date) => {
    expect(read([{ url }]).publishedAt).toBe(date)
  })
})

describe('the title', () => {
  inOrder(
    TITLE_SOURCES,
    [
      [
        'h1 that another source bears out',
        {
          front: '<h1>Fog stops morning ferry for a third time</h1>',
          head: '<meta property="og:description" content="x"><meta name="dc.title" content="Morning ferry: fog again">',
        },
        'Fog stops morning ferry for a third time',
      ],
      ['JSON-LD headline', { linked: { headline: 'Ferry hit by haze' } }, 'Ferry hit by haze'],
      ['meta tags', { head: '<meta property="og:title" content="You won’t guess why it is late">' }, 'You won’t guess why it is late'],
      ['h1 in the article', { front: '<h1>Harbour talks end</h1>' }, 'Harbour talks end'],
      ['title element', { head: '<title>Quay news</title>' }, 'Quay news'],
      ['any h1', { after: '<h1>Fog</h1>' }, 'Fog'],
    ],
    ({ title }) => title,
  )

  it('is the h1 where the title element names the section alone', () => {
    const meta = read([{ head: '<title>News</title>', front: '<h1>Harbour talks end</h1>' }])
    expect(meta.title).toBe('Harbour talks end')
  })

  it('is whole where another source has it whole', () => {
    const parts = {
      linked: { headline: 'Fog stops the morning…' },
      head: '<meta property="og:title" content="Fog stops the morning ferry">',
    }
    expect(read([parts]).title).toBe('Fog stops the morning ferry')
    expect(read([{ linked: { headline: 'Fog stops the morning…' } }]).title).toBe('Fog stops the morning…')
  })

  it.each([
    ['Fog stops ferry | UK News | Sky News', 'Sky News', 'Fog stops ferry'],
    ['Harbour Post: Fog stops ferry', 'Harbour Post', 'Fog stops ferry'],
    ['Harbour Post | Fog stops ferry', 'Harbour Post', 'Fog stops ferry'],
    ['Fog stops ferry : NPR', 'NPR', 'Fog stops ferry'],
    ['Fog stops ferry | CBC News', 'CBC', 'Fog stops ferry'],
    ['Rain | Fog | Wind', 'Harbour Post', 'Rain | Fog | Wind'],
    ['Minister: fog is no excuse', 'Harbour Post', 'Minister: fog is no excuse'],
  ])('of %s (%s)', (title, site, cleaned) => {
    expect(read([{ head: `<title>${title}</title><meta property="og:site_name" content="${site}">` }]).title).toBe(cleaned)
  })
})

describe('the author', () => {
  inOrder(
    AUTHOR_SOURCES,
    [
      ['JSON-LD people', { linked: { author: [{ '@type': 'Person', name: 'Ann Berg' }] } }, 'Ann Berg'],
      ['meta tags', { head: '<meta name="author" content="Bo Carl">' }, 'Bo Carl'],
      ['marked byline', { front: '<h1>Fog stops the ferry</h1><span>By</span> <a rel="author" href="/cy">Cy Dahl</a>' }, 'Cy Dahl'],
      ['reader view', { front: '<p class="byline">Words: Di Ek</p>' }, 'Di Ek'],
      ['JSON-LD organisations', { linked: { creator: { '@type': 'Organization', name: 'Meridian Wire' } } }, 'Meridian Wire'],
    ],
    ({ author }) => author,
  )

  it.each([
    ['Associated Press November 19, 2019, 9:02 AM', 'Associated Press'],
    ['By Mia Holm and Jo Lund', 'Mia Holm, Jo Lund'],
    ['Mia Holm, Associated Press', 'Mia Holm'],
    ['Mia Holm MS, RDN, LD', 'Mia Holm'],
    ['Mia Holm Harbour Post', 'Mia Holm'],
    ['Mia Holm | Updated 3 hours ago', 'Mia Holm'],
    ['https://harbour-post.example/mia', null],
    ['@miaholm', null],
    ['Harbour Post', null],
    ['19 November 2019', null],
  ])('%s → %s', (stated, author) => {
    const head = `<meta name="author" content="${stated}"><meta property="og:site_name" content="Harbour Post">`
    expect(read([{ head }]).author).toBe(author)
  })
})

describe('the publisher', () => {
  inOrder(
    PUBLISHER_SOURCES,
    [
      [
        'og:site_name that says more',
        { linked: { publisher: { name: 'Sky' } }, head: '<meta property="og:site_name" content="Sky News">' },
        'Sky News',
      ],
      ['JSON-LD publisher', { linked: { publisher: { '@type': 'Organization', name: 'Ash Post' } } }, 'Ash Post'],
      ['og:site_name', { head: '<meta property="og:site_name" content="Birch Post | All of it">' }, 'Birch Post'],
      ['JSON-LD of the site', { linked: { '@type': 'WebSite', name: 'Cedar Post' } }, 'Cedar Post'],
      ['other meta tags', { head: '<meta name="application-name" content="Dale Post">' }, 'Dale Post'],
      ['end of the title', { head: '<title>Fog stops ferry - Elm Post</title>', url: 'https://elmpost.example/fog' }, 'Elm Post'],
    ],
    ({ publisher }) => publisher,
  )
})

describe('the address', () => {
  inOrder(
    URL_SOURCES,
    [
      ['canonical link', { head: '<link rel="canonical" href="https://a.example/1">' }, 'https://a.example/1'],
      ['og:url', { head: '<meta property="og:url" content="https://a.example/2">' }, 'https://a.example/2'],
      ['JSON-LD', { linked: { url: 'https://a.example/3' } }, 'https://a.example/3'],
    ],
    ({ url }) => url,
  )

  it.each([
    'https://a.example/',
    'https://a.example',
    'https://a.example/index.html',
    'https://a.example/en/',
    'https://a.example/home',
    'https://a.example/?utm_source=feed&utm_medium=rss',
    'https://a.example/{{slug}}',
  ])('is not that of a whole site: %s', (root) => {
    expect(read([{ head: `<link rel="canonical" href="${root}"><meta property="og:url" content="https://a.example/fog">` }]).url).toBe(
      'https://a.example/fog',
    )
    expect(read([{ head: `<link rel="canonical" href="${root}">` }]).url).toBeNull()
  })
  it('may be a parameter of the front page', () => {
    expect(read([{ head: '<link rel="canonical" href="https://a.example/?p=12">' }]).url).toBe('https://a.example/?p=12')
  })
})

it('is read from the article’s node of JSON-LD, whatever stands before it', () => {
  const scripts = [
    { '@type': 'VideoObject', name: 'Watch: the ferry', headline: 'Watch', uploadDate: '2019-04-01', author: 'Video Desk' },
    { '@type': 'NewsArticle', headline: 'Another', url: 'https://a.example/other', datePublished: '2019-04-02' },
    { '@type': 'NewsArticle', headline: 'Fog stops ferry', url: 'https://a.example/fog', datePublished: '2019-04-03', author: 'Mia Holm' },
  ]
  const html = `<html><head>${scripts.map((node) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`).join('')}</head><body><article>${BODY}</article></body></html>`
  expect(ingest({ html, url: 'https://a.example/fog' }).meta).toMatchObject({
    title: 'Fog stops ferry',
    publishedAt: '2019-04-03',
    author: 'Mia Holm',
  })
})

describe('what stands near, but is of something else', () => {
  it('is no date: a time in a paragraph, the time on the card of another story', () => {
    const prose = '<p>The war began on <time datetime="1939-09-01">1 September 1939</time>, and the army used the ferry until the end.</p>'
    expect(read([{ front: `<h1>Fog stops ferry</h1>${prose}` }]).publishedAt).toBeNull()
    const card = '<article><h3>Other</h3><time itemprop="datePublished" datetime="2026-11-29">x</time></article>'
    expect(read([{ front: '<h1>Fog stops ferry</h1>', after: card }]).publishedAt).toBeNull()
  })

  it('is no title: a motto behind the name of the site', () => {
    const head = '<title>Fog stops ferry - Harbour Post - News from the coast</title><meta property="og:site_name" content="Harbour Post">'
    expect(read([{ head }]).title).toBe('Fog stops ferry')
  })

  it('is told in one line: a date and its author', () => {
    const { publishedAt, author } = read([
      { front: '<h1>Fog stops ferry</h1><div>Posted on Wednesday, 20 November 2019 by <a>Ann Lee</a></div>' },
    ])
    expect([publishedAt, author]).toEqual(['2019-11-20', 'Ann Lee'])
  })
})
