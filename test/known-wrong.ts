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
  ['We would [[leave]] the union, the leader warned, if the law passed.', TREE],
  ['The firm faces claims ranging from [[$200 to $4 million]].', TAG],
  ['Neither the mayor nor his deputy [[signed]] the letter.', TREE],
  ['His office issued a statement saying the bridge was safe.', TREE],
  ['The sides agreed to [[exchange]] prisoners.', TAG],
  ['They say Poland will wait until Spain ratifies it.', TREE],
  ['In May, Peru sold 300 tonnes, a figure that pleased Chile.', TAG],
  ['Russia gave aid: more than 2,000 tonnes of wheat, which was shipped to Rajin.', TREE],
  ['Until 2015 Shell paid $40m to Nigeria.', TREE],
  ['He told the Tass news agency so.', NAME],
  ['The unconfirmed [[resignation]] unsettled markets.', TAG],
  ['Egypt opened the canal to ships in 1869.', TAG],
  ['Uganda hosted talks with Rwanda in Entebbe in February.', TAG],
  ['Two fires destroyed the port.', TAG],
  ['The ship the king bought sank.', TAG],
  ['That figure includes 300 thefts.', TAG],
  ['Its [[3,000]]-strong workforce left.', TAG],
  ['Police seized 3.2 tonnes of cocaine worth [[€190m]] at sea.', TAG],
  ['Economists forecast a [[recession]] next year.', TAG],
  ['The minister may resign over the [[leak]].', TAG],
  ['Peter Berg, assistant secretary for planning and research at Nokia, spoke.', TAG],
  ['Spain urged Peter Lund to leave Madrid on Monday.', TREE],
  ['Maria Holt promised to reopen the bridge and urged drivers to be patient.', TREE],
  ['The so-called “silent majority” stayed at home.', TREE],
  ['The potential [[merger]] worries the unions.', TREE],
  ['They invited the patriarch to [[speak]].', TREE],
  ['Ann Lee spoke of the “killing fields”.', TREE],
  ['Jane Okafor was appointed chief executive of Shell in March 2018.', TREE],
  ["Angela Merkel's visit to Paris in March 2014 was short.", PLACE],
  ["Erna Solberg's visit to Kiev in May 2016 pleased Norway.", PLACE],
  ['Michel Aoun was elected by parliament in Beirut in October 2016.', PLACE],
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
