import { test } from 'vitest'

const PLACE = 'the parser hangs the place on the name or noun before it'
const TAG = 'the tagger takes the verb for a noun, or the noun for a verb'
const TREE = 'the parser takes the wrong head'

/**
 * Sentences of the tables that the models misread today, and why. They stay in their tables; when one is read rightly again its test
 * fails, and it leaves this list.
 */
const KNOWN_WRONG: ReadonlyMap<string, string> = new Map([
  ['Bolivia sued Chile in The Hague in 2013.', PLACE],
  ["Cambodia returned the tribunal's files to the United Nations in 2019.", TREE],
  ['Christine Lagarde was named head of the bank in July 2019.', TREE],
  ['Haiti was struck by an earthquake in January 2010.', PLACE],
  ['Interpol issued a warrant for Ruja Ignatova in 2017.', TREE],
  ['Ivan Orlov was granted citizenship by Malta in 2016.', TREE],
  ['Jeff Bezos took over the Washington Post in 2013.', TREE],
  ['Juan Guaido was elected president of the assembly in January 2019.', TREE],
  ['Karl Weiss was sentenced by a court in Hamburg in 2002.', PLACE],
  ['Michel Aoun was elected by parliament in Beirut in October 2016.', PLACE],
  ['The 2015 meeting between Barack Obama and Raul Castro was brief.', TREE],
  ['The Norwegian leader Erna Solberg left Kiev on Tuesday.', TREE],
  ['The treaty was signed by Ivan Petrov in Geneva in 1987.', PLACE],
  ['The indictment alleges that two ships were sold.', TREE],
  ['The so-called “silent majority” stayed at home.', TAG],
  ['We would [[leave]] the union, the leader warned, if the law passed.', TREE],
  ['Economists forecast a [[recession]] next year.', TAG],
  ['Maria Jones heads Citigroup.', TAG],
  ['The city remained calm on Monday.', TAG],
  ['Qatar has left the cartel.', TAG],
  ['Samsung began selling the phone in Korea in March.', TAG],
  ['The firm faces claims ranging from [[$200 to $4 million]].', TAG],
  ['The ship sails on Monday unless the storm [[returns]].', TAG],
  ['Neither the mayor nor his deputy [[signed]] the letter.', TREE],
  ['Police are investigating whether the driver [[was]] asleep.', TREE],
  ['The unconfirmed [[resignation]] unsettled markets.', TAG],
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
