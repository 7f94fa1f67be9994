import { expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import type { Watch } from '../../src/document/document.js'
import type { Grammar } from '../../src/document/grammar.js'
import { SPANS, type LayerName } from '../../src/document/layers.js'
import type { Tokens } from '../../src/document/tokens.js'
import { HOSTILE } from './kinds.js'
import '../warm.js'

const kB = (piece: string, size: number): string => piece.repeat(Math.ceil((size * 1024) / piece.length))

let asked = 0

/** The same object, each of whose methods counts how often it is called. */
function counting<T extends object>(target: T, methods: readonly (keyof T)[]): T {
  const counted = Object.create(target) as T
  for (const method of methods) {
    const original = (target[method] as (...args: unknown[]) => unknown).bind(target)
    Object.defineProperty(counted, method, {
      value: (a: unknown, b: unknown) => {
        asked++
        return original(a, b)
      },
    })
  }
  return counted
}

/** How often stages ask for a token, a tag or a place in the tree: work without a clock. */
function work(text: string): number {
  asked = 0
  const watch: Watch = (stage, run) => {
    const layer: unknown = run()
    if (stage === 'token') return counting(layer as Tokens, ['norm', 'form', 'at', 'range']) as never
    if (stage === 'grammar')
      return counting(layer as Grammar, ['upos', 'xpos', 'lemma', 'head', 'relation', 'children', 'subtree']) as never
    return layer as never
  }
  analyse(text, { publishedAt: '2019-04-24' }, watch)
  return asked
}

test.each(Object.entries(HOSTILE))('%s: no throw, spans inside, twice the same', { timeout: 60_000 }, (_, piece) => {
  const text = `Before it, 12 people met in Oslo on Monday.\n\n${kB(piece, 4)}\n\nAfter it, Maria Holt said "we are fine here now".`
  const doc = analyse(text, { publishedAt: '2019-04-24T10:00:00+09:00' })
  for (const name of Object.keys(doc.layers) as LayerName[]) {
    for (const { start, end } of SPANS[name](doc.layers[name] as never)) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
    }
  }
  const again = analyse(text, { publishedAt: '2019-04-24T10:00:00+09:00' })
  expect(again.layers.fact).toEqual(doc.layers.fact)
})

test.each(Object.entries(HOSTILE))('%s: twice the text is at most 2.3 times the work', { timeout: 60_000 }, (_, piece) => {
  const single = work(kB(piece, 32))
  const double = work(kB(piece, 64))
  expect(double).toBeLessThanOrEqual(2.3 * single + 1000)
})
