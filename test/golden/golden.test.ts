import { beforeAll, describe, expect, it } from 'vitest'
import { difference, expected, found, samples } from './golden.js'

const written = samples.some(({ name }) => expected(name) !== null)
if (!written) console.warn('No golden results yet: `npm run golden` writes them.')

beforeAll(() => void found({ text: 'Models are loaded once.' }))

describe.skipIf(!written)('the sample articles', () => {
  it.each(samples)('$name gives what it gave', ({ name, submission }) => {
    expect(difference(expected(name) ?? '', found(submission))).toEqual([])
  })
})

describe('their results', () => {
  it.each(samples)('of $name are the same twice', ({ submission }) => {
    expect(found(submission)).toBe(found(submission))
  })

  it('are JSON with one item on a line', () => {
    const text = found({ text: 'Ms Lund met the mayor on Tuesday.', publishedAt: '2019-04-24' })
    expect(JSON.parse(text)).toMatchObject({ language: 'en', sentences: [{ start: 0, end: 33 }] })
  })

  it('differ by the items that differ', () => {
    expect(difference('[\n  1,\n  2\n]', '[\n  1,\n  3,\n  4\n]')).toEqual(['-   2', '+   3', '+   4'])
    expect(difference('a', 'a')).toEqual([])
  })
})
