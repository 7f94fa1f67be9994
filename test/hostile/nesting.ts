/** A text of about so many characters, put together from words that lie inside one another or speak of one another. */
export type Nested = (size: number) => string

const repeated = (unit: string, size: number): string => unit.repeat(Math.max(1, Math.round(size / unit.length)))

const around =
  (before: string, unit: string, after: string): Nested =>
  (size) =>
    `${before}${repeated(unit, size)}${after}`

/** Names that differ, each of about ten characters. */
const names = (size: number): string[] =>
  Array.from({ length: size / 10 }, (_, i) => `Bo P${'aeiou'[i % 5]}${'bdfgk'[Math.floor(i / 5) % 5]}rk${'aeiou'[Math.floor(i / 25) % 5]}`)

const LONG_WORD = 'Xaxa'.repeat(45)

/** Where what is said grows with the square of the text unless it is bounded, each by its name; several made one layer a thousand times the text. */
export const NESTING: Readonly<Record<string, Nested>> = {
  'a claim told again and again': around('', 'Some 300 people met in Oslo on Monday, the ministry said. ', ''),
  'words that deny one another': around('', 'denied ', ''),
  'wishes inside wishes': around('', 'has wants to ', 'Oslo.'),
  'announcements inside beliefs': around('', 'she believes announced ', 'that Oslo met.'),
  'meetings inside plans': around('', 'told Reuters that to meet ', 'in Peru.'),
  'sources inside sources': (size) =>
    `${names(size)
      .map((name) => `${name} said that `)
      .join('')}Oslo sold 300 ships.`,
  'sources behind sources': around('300 people met in Oslo, ', 'according to Ann Lee, citing Bo Park, ', '.'),
  'many who say it together': (size) => `${names(size).join(', ')} and Ann Lee said that 300 people met in Oslo.`,
  'many who are met': (size) => `Ann Lee met ${names(size).join(', ')} and Jon Hill in Oslo.`,
  'clauses joined by because': around('', 'Ann Lee left Oslo because ', 'it rained.'),
  'clauses joined by and': around('', 'Ann Lee sold 300 ships to Bo Park and ', 'left.'),
  'relative clauses': around('Ann Lee met ', 'the man who sold 300 ships to ', 'Oslo.'),
  'visits of visits': around('', 'the visit of Ann Lee to Oslo in 2018 of ', 'the bank.'),
  'quotations inside quotations': around('', 'Ann Lee said, “Bo Park said, ‘', '300 met.’”'),
  'interrupted quotations': around('', '“We,” Ann Lee said, “sold 300 ships to Oslo and left,” ', ''),
  'offices of offices': around('Ann Lee is ', 'president of the bank of the head of ', 'Oslo.'),
  'figures of one clause': around('Acme sold shares for ', '$300 million, ', 'in Oslo.'),
  'figures of one noun': around('', 'members of 300 ', 'members met.'),
  'a long name, spoken of often': (size) =>
    `Ann ${repeated(`${LONG_WORD} `, size / 2)}Lee left. ${repeated('She sold 300 ships. ', size / 2)}`,
  'long words in long sentences': around('', `Ann Lee left ${LONG_WORD} because `, 'it rained.'),
  'one sentence without an end': around('', 'Ann Lee sold 300 ships to Bo Park on Monday; ', ''),
}
