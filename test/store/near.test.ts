import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceOf, nearestWords, type Vocabulary } from '../../src/store/near.js'

/** A vocabulary of sorted words that counts how often it is asked. */
function vocabularyOf(words: readonly string[]): Vocabulary & { asked: number } {
  const sorted = [...new Set(words)].sort()
  const known = new Set(sorted)
  return {
    asked: 0,
    has(word) {
      this.asked++
      return known.has(word)
    },
    frequency: (word) => words.filter((each) => each === word).length,
    next(after) {
      this.asked++
      let [low, high] = [0, sorted.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if (sorted[middle]! > after) high = middle
        else low = middle + 1
      }
      return sorted[low]
    },
  }
}

test.each([
  ['labuorer', 'labourer', 1],
  ['labour', 'labourers', 3],
  ['meett', 'meet', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['same', 'same', 0],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(distanceOf(a, b)).toBe(distance)
  expect(distanceOf(b, a)).toBe(distance)
})

test.each([
  ['labuorer', ['labourer', 'labour', 'lab'], ['labourer']],
  ['xabourer', ['labourer'], ['labourer']],
  ['sumit', ['summit', 'submit', 'submit', 'summits', 'sum'], ['submit', 'summit']],
  ['sumit', ['summit', 'summit', 'submit', 'summits', 'sum'], ['summit', 'submit']],
  ['labour', ['labourers', 'harbour'], ['labourers']],
  ['ab', ['abc', 'abd'], []],
  ['meet', ['meet'], []],
])('near %s there are', (word, words, near) => expect(nearestWords(vocabularyOf(words), word)).toEqual(near))

test('one slip anywhere is mended', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 4, maxLength: 14 })
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom(...'abcdefghij'),
      fc.constantFrom('out', 'in', 'other', 'about'),
      (right, where, letter, slip) => {
        const at = where % (right.length - 1)
        const [before, here, next, behind] = [right.slice(0, at), right[at]!, right[at + 1]!, right.slice(at + 2)]
        const wrong =
          { out: before + next, in: before + letter + here + next, other: before + letter + next, about: before + next + here }[slip] +
          behind
        fc.pre(wrong !== right && wrong.length >= 3)
        expect(nearestWords(vocabularyOf([right, 'zzzz', 'yyyy']), wrong)).toContain(right)
      },
    ),
    { numRuns: 500, seed: 2 },
  )
})

test('the work does not grow with the vocabulary', () => {
  const asked = [1_000, 100_000].map((size) => {
    const vocabulary = vocabularyOf(Array.from({ length: size }, (_, i) => `labo${i.toString(36)}`))
    nearestWords(vocabulary, 'labouxxr')
    return vocabulary.asked
  })
  expect(asked[1]! - asked[0]!).toBeLessThan(100)
})

test('of what nobody mistypes nothing is asked', () => {
  for (const word of ['', 'ab', 'x'.repeat(33), 'x'.repeat(256)]) {
    const vocabulary = vocabularyOf(['x'.repeat(32), 'abc'])
    expect(nearestWords(vocabulary, word)).toEqual([])
    expect(vocabulary.asked).toBe(0)
  }
})
