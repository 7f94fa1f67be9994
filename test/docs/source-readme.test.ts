import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MAY_IMPORT } from '../import-table.js'

const src = join(import.meta.dirname, '../../src')
const PAGE = readFileSync(join(src, 'README.md'), 'utf8')

/** The words in code style in a cell. */
const words = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!)

const rows = PAGE.slice(PAGE.indexOf('\n## Folders'), PAGE.indexOf('\n## Rules'))
  .split('\n')
  .flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return cells.length === 5 && words(cells[1]!).length === 1 ? [[words(cells[1]!)[0]!, words(cells[3]!)] as const] : []
  })

test('its table of folders is the table of imports', () => {
  expect(Object.fromEntries(rows)).toEqual(MAY_IMPORT)
})

test('it names every folder and file of src', () => {
  const there = readdirSync(src).filter((name) => name !== 'README.md')
  expect(rows.map(([name]) => name).sort()).toEqual(there.map((name) => name.replace(/\.ts$/, '')).sort())
})

test('it draws the stages in their order', () => {
  const stages = [
    ...readFileSync(join(src, 'analyse.ts'), 'utf8')
      .split('segment')[0]!
      .matchAll(/\.with\((\w+)\)/g),
  ].map((m) => m[1]!)
  const drawn = /─► Document ─► (.+)/.exec(PAGE)![1]!.split(' ─► ')
  expect(drawn).toEqual(stages)
})

test('what it links to is there', () => {
  const links = [...PAGE.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]!)
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) expect(existsSync(join(src, link)), link).toBe(true)
})
