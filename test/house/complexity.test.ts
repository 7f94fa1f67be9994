import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complexFunctions, complexIn, MOST_PATHS } from './complexity.js'

/** Functions that were more complex than allowed when the limit was set, and how much they still are. It only shrinks. */
const BASELINE = JSON.parse(readFileSync(join(import.meta.dirname, 'complexity.json'), 'utf8')) as Record<string, number>

const found = complexFunctions()

test(`no function has more than ${MOST_PATHS} paths but those of the baseline, and those no more than it says`, () => {
  const worse = Object.entries(found).filter(([name, paths]) => paths > (BASELINE[name] ?? MOST_PATHS))
  expect(Object.fromEntries(worse), 'Part these functions: order in a table, a named step for each question.').toEqual({})
})

test('the baseline says no more than is so', () => {
  const better = Object.keys(BASELINE).filter((name) => (found[name] ?? 0) < BASELINE[name]!)
  expect(Object.fromEntries(better.map((name) => [name, found[name]])), 'Lower them in complexity.json.').toEqual({})
})

test('a function with too many paths is seen, whatever it is called', () => {
  const paths = 'x ? 1 : '.repeat(3)
  expect(complexIn(`function f(x: number) { return ${paths} 0 }`, 3)).toEqual({ f: 4 })
  expect(complexIn(`const g = (x: number) => ${paths} 0`, 3)).toEqual({ g: 4 })
  expect(complexIn(`class A { m(x: number) { return ${paths} 0 } }`, 3)).toEqual({ m: 4 })
  expect(complexIn(`export default [(x: number) => ${paths} 0]`, 3)).toEqual({ unnamed: 4 })
  expect(complexIn(`function f(x: number) { return ${paths} 0 }`, 4)).toEqual({})
})
