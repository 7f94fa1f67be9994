import { expect, it } from 'vitest'
import { publisherCountry } from '../../src/ingest/country.js'

it.each([
  ['https://www.smh.com.au/a', null, 'AU'],
  ['https://www.bbc.co.uk/news', null, 'GB'],
  ['https://edition.cnn.com/2019/04/25/a', null, 'US'],
  ['https://www.straitstimes.com/asia', 'The Straits Times', 'SG'],
  ['https://harbour-post.example/a', 'BBC', 'GB'],
  ['https://harbour-post.example/a', 'Harbour Post', null],
  ['https://news.example.io/a', null, null],
  [null, 'The Associated Press', 'US'],
  ['not an address', null, null],
  [null, null, null],
])('%s, %s → %s', (url, publisher, country) => {
  expect(publisherCountry({ url, publisher })).toBe(country)
})
