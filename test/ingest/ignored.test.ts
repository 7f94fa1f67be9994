import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ignored } from '../../src/ingest/ignored.js'

const marks = (text: string, author?: string): string[] =>
  ignored(text, { author: author ?? null }).map(({ start, end, reason }) => `${reason}: ${text.slice(start, end)}`)

const PARAGRAPH = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const ARTICLE = Array.from({ length: 8 }, (_, i) => `${PARAGRAPH} It was day ${i + 1}.`).join('\n')

describe('credits at the end of captions', () => {
  it.each([
    ['The ferry leaves the old pier. Photo: EPA-EFE', 'Photo: EPA-EFE'],
    ['Two ministers on the quay. Photograph: Ana Reyes/AFP/Getty Images', 'Photograph: Ana Reyes/AFP/Getty Images'],
    ['The mayor waves to the crowd. (AP Photo/Evan Lane)', '(AP Photo/Evan Lane)'],
    ['Fog over the bay [Photo/Xinhua]', '[Photo/Xinhua]'],
    ['The court house in spring. REUTERS/Lim Wei', 'REUTERS/Lim Wei'],
    ['Soldiers on parade in the capitalImage copyrightEPA/REUTERS', 'Soldiers on parade in the capitalImage copyrightEPA/REUTERS'],
    ['Soldiers on parade. Image copyright AFP', 'Image copyright AFP'],
    ['Image captionThe two have met before', 'Image captionThe two have met before'],
  ])('%s', (line, credit) => {
    expect(marks(`${ARTICLE}\n${line}\n${ARTICLE}`)).toEqual([`caption-credit: ${credit}`])
  })

  it.each([
    'The photo shows two men. One of them is the mayor.',
    'Her picture: a man in a boat, alone at sea.',
    'He works for Reuters/Ipsos.',
    'The band AC/DC will play in the harbour.',
    'The image copyright is held by her heirs.',
    'The council (or what is left of it) met.',
  ])('keeps: %s', (line) => {
    expect(marks(`${ARTICLE}\n${line}\n${ARTICLE}`)).toEqual([])
  })
})

it('takes the buttons off a caption, not words of prose', () => {
  expect(marks(`${ARTICLE}\nFacebook Twitter Pinterest The ferry leaves the old pier.`)).toEqual(['share: Facebook Twitter Pinterest'])
  expect(marks(`${ARTICLE}\nFacebook Twitter Pinterest`)).toEqual(['share: Facebook Twitter Pinterest'])
  expect(marks(`${ARTICLE}\nFacebook, Twitter and Pinterest fell.\nFacebook Twitter shares fell.`)).toEqual([])
})

describe('what stands below an article', () => {
  it('is by readers after a link to the full story', () => {
    const text = `${ARTICLE}\nFull story at https://harbour-post.example/fog\nThis fog is a hoax.\nMy uncle, 104, sails that ferry every day!`
    expect(marks(text)).toEqual([
      'full-story-link: Full story at https://harbour-post.example/fog',
      'comments: This fog is a hoax.\nMy uncle, 104, sails that ferry every day!',
    ])
  })

  it('is the next item of a digest after one of several links', () => {
    const item = `${PARAGRAPH}\nFull story at https://harbour-post.example/fog`
    expect(marks(`${item}\n${item}\n${item}`).filter((mark) => mark.startsWith('comments'))).toEqual([])
  })

  it('is comments after a reply form, each notice with its own reason', () => {
    const text = `${ARTICLE}\n\nLeave a Reply\n\nYour email address will not be published.\n\nNo way. 9,000 people saw it.\n\nThis site uses Akismet to reduce spam.`
    expect(marks(text)).toEqual([
      'comments: Leave a Reply\n\nYour email address will not be published.\n\nNo way. 9,000 people saw it.',
      'spam-notice: This site uses Akismet to reduce spam.',
    ])
  })

  it('is the article when a link to the comments stands above it', () => {
    expect(marks(`3 Comments\n${ARTICLE}`)).toEqual(['comments: 3 Comments'])
  })

  it('is a bio under the heading About and a name', () => {
    const text = `${ARTICLE}\n\nAbout Mia Holm\n\nMia has covered ferries since 1998.\n\nEvening tram\n\nStories for the way home`
    expect(marks(text)).toEqual([
      'author-bio: About Mia Holm\n\nMia has covered ferries since 1998.',
      'related-links: Evening tram\n\nStories for the way home',
    ])
  })

  it('is a bio where a sentence is on the article’s author', () => {
    const bio = 'Mia Holm covers the ports for the Harbour Post.'
    expect(marks(`${ARTICLE}\n${bio}`, 'Mia Holm')).toEqual([`author-bio: ${bio}`])
    expect(marks(`${ARTICLE}\n${bio}`, 'Jo Lund')).toEqual([])
  })

  it('is links under a bare label', () => {
    const text = `${ARTICLE}\nREAD MORE:\nFerry fares to rise in May\nWho owns the fog horn\n${PARAGRAPH}`
    expect(marks(text)).toEqual(['related-links: READ MORE:\nFerry fares to rise in May\nWho owns the fog horn'])
  })
})

it.each([
  'About 500 people were on board, the harbour office said.',
  'About Town is the name of the new ferry.',
  '“Source: the captain,” the report says.',
  'Share prices fell when the news came out.',
  'Comments by the captain were not to be had.',
  'Cookies were served on deck while the ferry waited.',
  'The site uses cookies to follow its readers, the watchdog found.',
  'Follow the coast for three miles and you reach the light.',
])('keeps a last sentence such as: %s', (line) => {
  expect(marks(`${ARTICLE}\n${line}`)).toEqual([])
})

it('never ignores the whole text', () => {
  expect(ignored('Share')).toEqual([])
  expect(ignored('Photo: EPA-EFE\n\nSource: Harbour Post')).toEqual([])
})

describe('spans', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Leave a Reply',
      'Share',
      'Photo: AFP',
      'Full story at https://a.example/b',
      'About Mia Holm',
      'READ MORE:',
      'Source: Reuters',
      PARAGRAPH,
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('\ud800', '\0', '\u00a0', ' ', '\t', '(', '/', 'A', 'Photo: ', 'é'), maxLength: 40 }),
  )
  const text = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\n\n', '\r\n', ' \n '))
    .map(([lines, gap]) => lines.join(gap))

  it('are inside the text, in order, disjoint, trimmed, twice the same, and leave something', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const spans = ignored(whole)
        expect(ignored(whole)).toEqual(spans)
        let before = 0
        let kept = ''
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(whole.length)
          expect(whole.slice(start, end).trim()).toBe(whole.slice(start, end))
          kept += whole.slice(before, start)
          before = end
        }
        kept += whole.slice(before)
        if (whole.trim() !== '') expect(kept.trim()).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on what is added far below', () => {
    const text = `Skip to main content\n${ARTICLE}\nThe light went out. Photo: AFP\n${ARTICLE}`
    expect(marks(`${text}\n${ARTICLE}`)).toEqual(marks(text))
  })
})
