import { expect, it } from 'vitest'
import { normaliseUrl } from '../../src/ingest/url.js'

it.each([
  ['HTTPS://Harbour-Post.Example:443/A/b?x=1#top', 'https://harbour-post.example/A/b?x=1'],
  ['http://harbour-post.example:80', 'http://harbour-post.example/'],
  ['http://harbour-post.example:8080/a', 'http://harbour-post.example:8080/a'],
  ['https://harbour-post.example./a', 'https://harbour-post.example/a'],
  ['https://a.example/x?utm_source=n&b=2&a=1&fbclid=q&UTM_Medium=m', 'https://a.example/x?b=2&a=1'],
  ['https://a.example/x?gclid=1', 'https://a.example/x'],
  ['https://a.example/x?utm%5Fsource=1&q=%C3%A9', 'https://a.example/x?q=%C3%A9'],
  ['https://a.example/x?%zz=1', 'https://a.example/x?%zz=1'],
  ['https://user:pw@a.example/x', 'https://a.example/x'],
  ['no address', 'no address'],
  ['urn:news:1', 'urn:news:1'],
])('%s → %s', (address, identity) => {
  expect(normaliseUrl(address)).toBe(identity)
  expect(normaliseUrl(identity)).toBe(identity)
})
