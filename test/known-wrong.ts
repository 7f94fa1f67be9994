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
  ['The Norwegian leader Erna Solberg left Kiev on Tuesday.', TREE],
  ['We would [[leave]] the union, the leader warned, if the law passed.', TREE],
  ['The firm faces claims ranging from [[$200 to $4 million]].', TAG],
  ['Neither the mayor nor his deputy [[signed]] the letter.', TREE],
  ['The sides agreed to [[exchange]] prisoners.', TAG],
  ['In May, Peru sold 300 tonnes, a figure that pleased Chile.', TAG],
  ['Russia gave aid: more than 2,000 tonnes of wheat, which was shipped to Rajin.', TREE],
  ['He told the Tass news agency so.', NAME],
  ['The unconfirmed [[resignation]] unsettled markets.', TAG],
  ['Uganda hosted talks with Rwanda in Entebbe in February.', TAG],
  ['Two fires destroyed the port.', TAG],
  ['The ship the king bought sank.', TAG],
  ['Police seized 3.2 tonnes of cocaine worth [[€190m]] at sea.', TAG],
  ['Peter Berg, assistant secretary for planning and research at Nokia, spoke.', TAG],
  ['The so-called “silent majority” stayed at home.', TREE],
  ['Ann Lee spoke of the “killing fields”.', TREE],
  ['Jane Okafor was appointed chief executive of Shell in March 2018.', TREE],
  ["Erna Solberg's visit to Kiev in May 2016 pleased Norway.", PLACE],
  ['Ann Lee, head of the miners union, which endorsed Maria Holt in March, was away.', TREE],
  ['Saudi Arabia cut oil production in January 2019.', TAG],
  ['The city remained calm on Monday.', TAG],
  ['The company plans a [[sale]] of its mobile arm.', TAG],
  ['Shipyard to [[lay]] off 900 welders.', TREE],
  ['The company cut its forecast in [[November]].', TAG],
  ['Council member Maria Holt, who left Oslo in March, won.', TREE],
  ['From 2012 to 2014 Shell paid $40m to Nigeria.', TREE],
  ["Ocean's Eleven was shown.", NAME],
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
