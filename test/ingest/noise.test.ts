import { describe, expect, it } from 'vitest'
import { cleaned } from '../../src/ingest/html/clean.js'
import { noiseRule } from '../../src/ingest/html/noise/match.js'
import { NOISE } from '../../src/ingest/html/noise/rules.js'
import { readHtml } from '../../src/ingest/html/tokens.js'
import { ingest } from '../../src/ingest/ingest.js'

function ruleOf(tag: string): string | undefined {
  let found: string | undefined
  readHtml(tag, {
    open: (name, attributes) => void (found = noiseRule(name, attributes)?.id),
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

describe.each(NOISE)('$id', ({ id, examples, never, because }) => {
  it.each(examples)('goes: %s', (tag) => expect(ruleOf(tag)).toBe(id))
  it.each(never)('stays: %s', (tag) => expect(ruleOf(tag)).toBeUndefined())
  it('has a reason', () => expect(because.length).toBeGreaterThan(20))
})

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const CONSENT = 'We value your privacy. We and our 812 partners store cookies on your device. Partners sold data for $5 million last year. '
const P = `<p>${SENTENCE}</p>`
const textOf = (body: string): string => ingest({ html: `<html><body>${body}</body></html>` }).text

describe('a block that is not the article', () => {
  it.each([
    [
      'a consent manager longer than the article',
      `<div id="onetrust-consent-sdk"><h1>Your privacy</h1><p>${CONSENT.repeat(8)}</p></div><h1>Fog stops ferry</h1>${P}`,
    ],
    ['a banner before the article', `<div class="cookie-banner"><p>${CONSENT}</p></div><article>${P}</article>`],
    ['a banner behind it', `<article>${P}</article><section id="cookieConsent"><p>${CONSENT.repeat(3)}</p></section>`],
    ['a dialog inside it', `<article>${P}<div class="didomi-popup"><p>${CONSENT}</p></div></article>`],
    ['an advertisement of AMP', `<article>${P}<amp-ad><p>Buy 12 ships for $3 million.</p></amp-ad></article>`],
    [
      'what AMP shows to others',
      `<article>${P}<section subscriptions-section="content-not-granted"><p>Pay $5 a month to read on, the Post says.</p></section></article>`,
    ],
    [
      'a label for screen readers',
      `<article><p>${SENTENCE.slice(0, -1)}<span class="sr-only"> (opens in a new window)</span>.</p></article>`,
    ],
    [
      'a tooltip',
      `<article><p>${SENTENCE.slice(0, 9)}<span role="tooltip">A ship that carries 40 cars</span>${SENTENCE.slice(9)}</p></article>`,
    ],
    [
      'comments',
      `<article>${P}</article><div id="comments"><p>${'I paid 900 dollars and saw nobody, said my uncle. '.repeat(4)}</p></div>`,
    ],
    ['a caption without a mark', `<article>${P}<figure><img src="a.jpg"><p>The mayor sold 12 ships in 2014.</p></figure></article>`],
    [
      'a caption by its class',
      `<article>${P}<div><img src="a.jpg"><div class="imageCaption">The mayor sold 12 ships.</div></div></article>`,
    ],
    ['a bio above the text', `<article><h1>Fog</h1><div class="bio"><p>Mia Holm has been a reporter since 2013.</p></div>${P}</article>`],
    ['a list of products', `<article>${P}<ul class="product-list"><li>Shop sold 12 ships for $99.</li></ul></article>`],
    ['a teaser', `<article>${P}<div class="related-stories"><p>Mayor Lund resigned on Monday.</p></div></article>`],
  ])('is gone: %s', (_, body) => {
    expect(textOf(body)).toBe(SENTENCE)
  })

  it('is kept where it is the article: a name is only a name', () => {
    expect(textOf(`<div class="related"><h1>Fog</h1>${P}</div>`)).toContain(SENTENCE)
    expect(textOf(`<div class="promo">${P}${P}${P}</div><p>Closed.</p>`)).toContain(SENTENCE)
    expect(textOf(`<body class="has-cookie-banner"><div class="cookie-consent-page"><article><h1>Fog</h1>${P}</article></div>`)).toContain(
      SENTENCE,
    )
  })

  it('is no text, but still tells who wrote the article: a bio', () => {
    const { text, meta } = ingest({
      html: `<html><body><article><h1>Fog</h1>${P}<div class="author-info"><p>By <a rel="author">Mia Holm</a></p></div></article></body></html>`,
    })
    expect(text).toBe(SENTENCE)
    expect(meta.author).toBe('Mia Holm')
  })

  it('takes nothing with it that stands behind it, whatever is left open', () => {
    const fog = 'Fog stops the ferry'
    expect(cleaned(`<div><p class="ad">Buy<div>${fog}</div></div>`)).toBe(`<div><div>${fog}</div></div>`)
    expect(cleaned(`<div><span class="ad">Buy</div><p>${fog}</p>`)).toBe(`<div></div><p>${fog}</p>`)
    expect(cleaned(`<ul><li class="ad">Buy<li>${fog}</ul>`)).toBe(`<ul><li>${fog}</ul>`)
    expect(cleaned('<p>Fog</p></div></div><p>Rain</p>')).toBe('<p>Fog</p></div></div><p>Rain</p>')
  })
})

it('leaves out scripts, styles, remarks and pictures in addresses', () => {
  const picture = `data:image/png;base64,${'A'.repeat(5000)}`
  const html = `<p>Fog<!-- a remark --><script>if (a < b) "<p>"</script><style>p {}</style><img src="${picture}" alt="Quay"></p>`
  expect(cleaned(html)).toBe('<p>Fog<img src="" alt="Quay"></p>')
})
