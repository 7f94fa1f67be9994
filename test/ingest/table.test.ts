import { describe, expect, it } from 'vitest'
import { joined } from '../../src/ingest/html/layout.js'
import { plainContent } from '../../src/ingest/html/plain-content.js'
import { ingest } from '../../src/ingest/ingest.js'

const SENTENCE = 'The ferry was late on Tuesday because of fog, the harbour office said, and two schools had to close for the day.'
const P = `<p>${SENTENCE}</p>`
const rows = (...cells: readonly string[][]) => cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')

/** Both readers write the same of a table. */
function textOf(table: string): string {
  const html = `<html><body><article>${P}${P}${P}<table>${table}</table>${P}</article></body></html>`
  const { text } = ingest({ html })
  expect(joined(plainContent(html))).toBe(text)
  return text.slice(3 * (SENTENCE.length + 2), -SENTENCE.length).trim()
}

describe('a table', () => {
  it.each([
    [
      'heads of its columns',
      `<tr><th>Port<th>Ships<th>Change</tr>${rows(['Oslo', '120', '4%'], ['Moss', '90', '1%'])}`,
      'Port: Oslo; Ships: 120; Change: 4%\nPort: Moss; Ships: 90; Change: 1%',
    ],
    ['heads in thead', `<thead>${rows(['Port', 'Ships'])}</thead><tbody>${rows(['Oslo', '120'])}</tbody>`, 'Port: Oslo; Ships: 120'],
    [
      'heads of its rows',
      '<tr><th>Born<td>1950</tr><tr><th>Height:<td>180 cm<td>without hat</tr>',
      'Born: 1950\nHeight: 180 cm; without hat',
    ],
    ['two columns', rows(['Ships', '120'], ['Crew', '9']), 'Ships: 120\nCrew: 9'],
    [
      'a first row of words over numbers',
      rows(['Port', 'Ships'], ['Oslo', '120'], ['Moss', '90']),
      'Port: Oslo; Ships: 120\nPort: Moss; Ships: 90',
    ],
    [
      'heads in two rows',
      `<tr><th rowspan=2>Port<th colspan=2>Ships</tr><tr><th>2018<th>2019</tr>${rows(['Oslo', '120', '130'])}`,
      'Port: Oslo; Ships, 2018: 120; Ships, 2019: 130',
    ],
    [
      'a cell over two rows',
      `<tr><th>Year<th>Port<th>Ships</tr><tr><td rowspan=2>2018<td>Oslo<td>120</tr><tr><td>Moss<td>90</tr>`,
      'Year: 2018; Port: Oslo; Ships: 120\nYear: 2018; Port: Moss; Ships: 90',
    ],
    ['a cell over two columns', `<tr><th>Port<th>2018<th>2019</tr><tr><td>Oslo<td colspan=2>closed</tr>`, 'Port: Oslo; 2018: closed'],
    ['a break in a cell', rows(['Ships<br>in port', '120'], ['Crew', '9']), 'Ships in port: 120\nCrew: 9'],
    ['empty cells', `<tr><th>Port<th>Ships</tr>${rows(['Oslo', ''], ['', ''])}`, 'Port: Oslo'],
    ['no heads', rows(['a', 'b', 'c'], ['d', 'e', 'f']), 'a; b; c\nd; e; f'],
    ['one column', rows(['Fog in Oslo.'], ['Rain in Moss.']), 'Fog in Oslo.\n\nRain in Moss.'],
    ['prose in two columns', rows([`<p>${SENTENCE}</p><h2>Rain</h2>`, `<p>${SENTENCE}</p>`]), `${SENTENCE}\n\nRain\n\n${SENTENCE}`],
    ['a table in it', rows(['Ships', `<table>${rows(['Oslo', '1'])}</table>`]), 'Ships: Oslo: 1'],
  ])('with %s', (_, table, text) => {
    expect(textOf(table)).toBe(text)
  })

  it.each([
    ['a long head', `<tr><th>${'Ships '.repeat(13)}<th>Port</tr>${'<tr><td>1<td>2'.repeat(2000)}`],
    ['spans', `<tr>${`<td rowspan=9999 colspan=9999>${'Oslo '.repeat(50)}`.repeat(9)}${'<tr><td>1<td>2'.repeat(2000)}`],
    ['tables in tables', '<tr><td>Oslo<table>'.repeat(2000)],
  ])('is not much longer than its page: %s', (_, table) => {
    const html = `${P}<table>${table}</table>`
    expect(joined(plainContent(html)).length).toBeLessThan(5 * html.length)
  })
})
