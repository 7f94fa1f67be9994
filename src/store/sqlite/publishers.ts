import { foldedText } from '../fold.js'
import type { Connection } from './connection.js'

/** Publishers of current articles; `words` has a space before and behind every word. */
const spaced = (name: string): string => ` ${foldedText(name)} `

/** Counts an article to its publisher. */
export function addPublisher(connection: Connection, name: string | null): void {
  if (name === null) return
  connection.run(
    'INSERT INTO publishers (name, words, articles) VALUES (?, ?, 1) ON CONFLICT (name) DO UPDATE SET articles = articles + 1',
    name,
    spaced(name),
  )
}

/** Takes an article of it back; a publisher without articles goes. */
export function takePublisher(connection: Connection, name: string | null): void {
  if (name === null) return
  connection.run('UPDATE publishers SET articles = articles - 1 WHERE name = ?', name)
  connection.run('DELETE FROM publishers WHERE name = ? AND articles <= 0', name)
}

/** The publishers that are meant: those with these words as their name, in any case; else those with these words in it, so that `cnn` is `CNN Politics` and `cnn.com`. */
export function publishersNamed(connection: Connection, given: readonly string[]): string[] {
  const named = given.flatMap((name) => {
    const words = spaced(name)
    if (words.trim() === '') return []
    const same = connection.all<{ name: string }>('SELECT name FROM publishers WHERE words = ?', words)
    return same.length > 0 ? same : connection.all<{ name: string }>('SELECT name FROM publishers WHERE instr(words, ?) > 0', words)
  })
  return [...new Set(named.map(({ name }) => name))].sort()
}
