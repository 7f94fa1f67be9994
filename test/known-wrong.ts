import { test } from 'vitest'

const PLACE = 'the parser hangs the place on the verb instead of the noun before it'
const TAG = 'the tagger takes the verb for a noun, or the noun for a verb'
const NAME = 'the model of names takes a word for a name that is none, or the other way round'
const TREE = 'the parser takes the wrong head'

/**
 * Sentences of the tables that the models misread today, and why. They stay in their tables; when one is read rightly again its test
 * fails, and it leaves this list.
 */
const KNOWN_WRONG: ReadonlyMap<string, string> = new Map([
  ['Jeff Bezos took over the Washington Post in 2013.', TREE],
  ['The Norwegian leader Erna Solberg left Kiev on Tuesday.', TREE],
  ['The indictment alleges that two ships were sold.', TREE],
  ['We would [[leave]] the union, the leader warned, if the law passed.', TREE],
  ['Maria Jones heads Citigroup.', TAG],
  ['The firm faces claims ranging from [[$200 to $4 million]].', TAG],
  ['Neither the mayor nor his deputy [[signed]] the letter.', TREE],
  ['The visit of Xi Jinping to Rome in March 2019 alarmed Washington.', TAG],
  ['Shell drilled three wells off Norway in 2016.', TAG],
  ['His office issued a statement saying the bridge was safe.', TREE],
  ['The sides agreed to [[exchange]] prisoners.', TAG],
  ['The coach doubts that the keeper will [[recover]].', TAG],
  ['The bank raised its fees rather than [[closing]] branches.', TREE],
  ['Karl Weiss was sentenced by a court in Hamburg in 2002.', PLACE],
  ['They say Poland will wait until Spain ratifies it.', TREE],
  ['Council member Maria Holt, who left Oslo in March, won.', TREE],
  ['In May, Peru sold 300 tonnes, a figure that pleased Chile.', TAG],
  ['Russia gave aid: more than 2,000 tonnes of wheat, which was shipped to Rajin.', TREE],
  ['Until 2015 Shell paid $40m to Nigeria.', TREE],
  ['Before 2015 Shell paid $40m to Nigeria.', TREE],
  ['He told the Tass news agency so.', NAME],
  ['The dam, officials said, cost [[$2.4 billion]].', TAG],
  ['The unconfirmed [[resignation]] unsettled markets.', TAG],
  ['The grocer announced plans Friday to [[shut]] 20 shops.', TREE],
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
