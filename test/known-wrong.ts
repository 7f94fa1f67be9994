import { test } from 'vitest'

const PLACE = 'the parser hangs the place on the name or noun before it'
const TAG = 'the tagger takes the verb for a noun, or the noun for a verb'
const TREE = 'the parser takes the wrong head'

/**
 * Sentences of the tables that the models misread today, and why. They stay in their tables; when one is read rightly again its test
 * fails, and it leaves this list.
 */
const KNOWN_WRONG: ReadonlyMap<string, string> = new Map([
  ['Haiti was struck by an earthquake in January 2010.', PLACE],
  ['Ivan Orlov was granted citizenship by Malta in 2016.', TREE],
  ['Jeff Bezos took over the Washington Post in 2013.', TREE],
  ['The Norwegian leader Erna Solberg left Kiev on Tuesday.', TREE],
  ['The indictment alleges that two ships were sold.', TREE],
  ['We would [[leave]] the union, the leader warned, if the law passed.', TREE],
  ['Maria Jones heads Citigroup.', TAG],
  ['The city remained calm on Monday.', TAG],
  ['The firm faces claims ranging from [[$200 to $4 million]].', TAG],
  ['Neither the mayor nor his deputy [[signed]] the letter.', TREE],
  ["Erna Solberg's visit to Kiev in May 2016 pleased Norway.", TAG],
  ['The visit of Xi Jinping to Rome in March 2019 alarmed Washington.', TAG],
  ['Shell drilled three wells off Norway in 2016.', TAG],
  ['Ann Lee denied any wrongdoing on Monday.', TAG],
  ['His office issued a statement saying the bridge was safe.', TREE],
  ['Maria Holt condemned the “cowardly and senseless attack”.', TREE],
  ['The sides agreed to [[exchange]] prisoners.', TAG],
  ['The potential [[merger]] worries the unions.', TAG],
  ['Kim Jong-un told Vladimir Putin that two ships were lost, the BBC said, citing Yonhap.', TREE],
  ['The coach doubts that the keeper will [[recover]].', TAG],
  ['The bank raised its fees rather than [[closing]] branches.', TREE],
])

/** One test for each row of a table, named by its first cell; a row that is known to be read wrongly must fail. */
export function eachRow<Rest extends readonly unknown[]>(
  name: string,
  rows: readonly (readonly [sentence: string, ...rest: Rest])[],
  check: (sentence: string, ...rest: Rest) => unknown,
): void {
  for (const row of rows) {
    const reason = KNOWN_WRONG.get(row[0])
    const title = name.replace('%s', () => row[0])
    if (reason === undefined) test(title, () => void check(...row))
    else test.fails(`${title} (known wrong: ${reason})`, () => void check(...row))
  }
}
