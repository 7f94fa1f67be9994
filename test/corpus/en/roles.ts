/** Who is what: holder, office, of whom or what (null where nobody says), and whether it is over. */
export interface Said {
  readonly holder: string
  readonly office: string
  readonly of: string | null
  readonly former?: true
}

/** A sentence and every role it states, in text order. */
export type Case = readonly [sentence: string, ...roles: readonly Said[]]

const is = (holder: string, office: string, of: string | null = null): Said => ({ holder, office, of })
const was = (holder: string, office: string, of: string | null = null): Said => ({ holder, office, of, former: true })

/** Titles before a name. */
export const TITLES: readonly Case[] = [
  ['French President Emmanuel Macron left Berlin.', is('Emmanuel Macron', 'president', 'French')],
  ['President Emmanuel Macron left Berlin.', is('Emmanuel Macron', 'president')],
  ['Foreign Minister Anna Schmidt left Berlin.', is('Anna Schmidt', 'foreign minister')],
  ['German foreign minister Anna Schmidt left Berlin.', is('Anna Schmidt', 'foreign minister', 'German')],
  ['Deputy foreign minister Anna Schmidt left Berlin.', is('Anna Schmidt', 'deputy foreign minister')],
  ['Deputy German foreign minister Anna Schmidt left Berlin.', is('Anna Schmidt', 'deputy foreign minister', 'German')],
  ['Former prime minister John Baker left Berlin.', was('John Baker', 'prime minister')],
  ['Former British prime minister John Baker left Berlin.', was('John Baker', 'prime minister', 'British')],
  ['The former mayor John Baker left Berlin.', was('John Baker', 'mayor')],
  ['Acting governor John Baker left Berlin.', is('John Baker', 'acting governor')],
  ['Secretary of State John Baker left Berlin.', is('John Baker', 'secretary of state')],
  ['Chief of staff John Baker left Berlin.', is('John Baker', 'chief of staff')],
  ['Siemens chief executive John Baker left Berlin.', is('John Baker', 'chief executive', 'Siemens')],
  ['Kremlin spokesman Dmitry Peskov left Berlin.', is('Dmitry Peskov', 'spokesman', 'Kremlin')],
  ['The economist Maria Jones left Berlin.', is('Maria Jones', 'economist')],
  ['The popular singer Maria Jones left Berlin.', is('Maria Jones', 'singer')],
  ['Israeli Prime Minister Benjamin Netanyahu left Berlin.', is('Benjamin Netanyahu', 'prime minister', 'Israeli')],
  ['Defence Secretary John Baker left Berlin.', is('John Baker', 'defence secretary')],
  ['Opposition leader Maria Jones left Berlin.', is('Maria Jones', 'opposition leader')],
  ['Human rights lawyer Maria Jones left Berlin.', is('Maria Jones', 'human rights lawyer')],
  ['Senator Maria Jones left Berlin.', is('Maria Jones', 'senator')],
  ['The late king Hussein left no will.', was('Hussein', 'king')],
  ['Nissan chairman Carlos Ghosn left Berlin.', is('Carlos Ghosn', 'chairman', 'Nissan')],
  ['The then chancellor Angela Merkel left Berlin.', was('Angela Merkel', 'chancellor')],
  ['Retired general John Baker left Berlin.', was('John Baker', 'general')],
]

/** Appositions after a name. */
export const APPOSITIONS: readonly Case[] = [
  ['Maria Jones, an analyst, left Berlin.', is('Maria Jones', 'analyst')],
  ['Maria Jones, an analyst at Citigroup, left Berlin.', is('Maria Jones', 'analyst', 'Citigroup')],
  ['Maria Jones, the mayor of Lisbon, left Berlin.', is('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones, mayor of Lisbon, left Berlin.', is('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones, a former mayor of Lisbon, left Berlin.', was('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones, former mayor of Lisbon, left Berlin.', was('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones, an aide to Vladimir Putin, left Berlin.', is('Maria Jones', 'aide', 'Vladimir Putin')],
  ["Maria Jones, Putin's aide, left Berlin.", is('Maria Jones', 'aide', 'Putin')],
  ['Maria Jones, ambassador to France, left Berlin.', is('Maria Jones', 'ambassador', 'France')],
  ['Maria Jones, secretary-general of NATO, left Berlin.', is('Maria Jones', 'secretary-general', 'NATO')],
  ['Maria Jones, director of research at Citigroup, left Berlin.', is('Maria Jones', 'director of research', 'Citigroup')],
  ['Maria Jones, professor of law at Yale University, left Berlin.', is('Maria Jones', 'professor of law', 'Yale University')],
  ['Maria Jones, 45, a teacher, left Berlin.', is('Maria Jones', 'teacher')],
  ['Maria Jones, a teacher from Leeds, left Berlin.', is('Maria Jones', 'teacher')],
  [
    'Maria Jones, founder and head of Citigroup, left Berlin.',
    is('Maria Jones', 'founder', 'Citigroup'),
    is('Maria Jones', 'head', 'Citigroup'),
  ],
  [
    'Maria Jones, chairman of Siemens and deputy head of Citigroup, left Berlin.',
    is('Maria Jones', 'chairman', 'Siemens'),
    is('Maria Jones', 'deputy head', 'Citigroup'),
  ],
  ['Maria Jones, a lawyer and writer, left Berlin.', is('Maria Jones', 'lawyer'), is('Maria Jones', 'writer')],
  ['They praised Maria Jones, the head of Citigroup.', is('Maria Jones', 'head', 'Citigroup')],
  ['Maria Jones, a member of parliament, left Berlin.', is('Maria Jones', 'member of parliament')],
  ['Maria Jones, the wife of John Baker, left Berlin.', is('Maria Jones', 'wife', 'John Baker')],
  ["Maria Jones, John Baker's wife, left Berlin.", is('Maria Jones', 'wife', 'John Baker')],
  ['Maria Jones, CEO of Siemens, left Berlin.', is('Maria Jones', 'ceo', 'Siemens')],
  ['Maria Jones, a researcher with Greenpeace, left Berlin.', is('Maria Jones', 'researcher', 'Greenpeace')],
  ['Maria Jones, a spokeswoman for Siemens, left Berlin.', is('Maria Jones', 'spokeswoman', 'Siemens')],
  ['Maria Jones (a lawyer) left Berlin.', is('Maria Jones', 'lawyer')],
  ['Maria Jones, senior fellow at Citigroup, left Berlin.', is('Maria Jones', 'senior fellow', 'Citigroup')],
]

/** Names after what they are. */
export const APPOSED_NAMES: readonly Case[] = [
  ["Baker's father and predecessor, Tom Clark, left Berlin.", is('Tom Clark', 'father', 'Baker'), is('Tom Clark', 'predecessor', 'Baker')],
  ["Baker's wife, Maria Jones, left Berlin.", is('Maria Jones', 'wife', 'Baker')],
  ['The prime minister, Maria Jones, left Berlin.', is('Maria Jones', 'prime minister')],
  ['The then prime minister, Maria Jones, left Berlin.', was('Maria Jones', 'prime minister')],
  ['The French finance minister, Maria Jones, left Berlin.', is('Maria Jones', 'finance minister', 'French')],
  ['His successor, Maria Jones, left Berlin.', is('Maria Jones', 'successor', 'His')],
  ['She married her lawyer, John Baker.', is('John Baker', 'lawyer', 'her')],
  ["Citigroup's chairman, John Baker, left Berlin.", is('John Baker', 'chairman', 'Citigroup')],
]

/** What somebody is said to be or do. */
export const PREDICATES: readonly Case[] = [
  ['Maria Jones is a lawyer.', is('Maria Jones', 'lawyer')],
  ['Maria Jones is the mayor of Lisbon.', is('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones was the mayor of Lisbon.', was('Maria Jones', 'mayor', 'Lisbon')],
  ['Maria Jones became president of Chile in 2006.', is('Maria Jones', 'president', 'Chile')],
  ['Maria Jones remains chairman of Siemens.', is('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones has been chairman of Siemens since May.', is('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones had been chairman of Siemens.', was('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones, who heads Citigroup, left Berlin.', is('Maria Jones', 'head', 'Citigroup')],
  ['Maria Jones, who chairs Citigroup, left Berlin.', is('Maria Jones', 'chair', 'Citigroup')],
  ['Maria Jones, who founded Citigroup, left Berlin.', is('Maria Jones', 'founder', 'Citigroup')],
  ['Maria Jones, who led Citigroup until May, left Berlin.', was('Maria Jones', 'leader', 'Citigroup')],
  ['Maria Jones heads Citigroup.', is('Maria Jones', 'head', 'Citigroup')],
  ['Maria Jones, who is a lawyer, left Berlin.', is('Maria Jones', 'lawyer')],
  ['Maria Jones, who was a lawyer, left Berlin.', was('Maria Jones', 'lawyer')],
  ['Maria Jones was elected chairman of Siemens.', is('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones was elected as chairman of Siemens.', is('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones was appointed ambassador to France.', is('Maria Jones', 'ambassador', 'France')],
  ['Maria Jones was named chief executive on Monday.', is('Maria Jones', 'chief executive')],
  ['Maria Jones serves as chairman of Siemens.', is('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones served as chairman of Siemens.', was('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones resigned as chairman of Siemens.', was('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones stepped down as chairman of Siemens.', was('Maria Jones', 'chairman', 'Siemens')],
  ['Maria Jones retired as head of Citigroup.', was('Maria Jones', 'head', 'Citigroup')],
  ['The board named Maria Jones chief executive.', is('Maria Jones', 'chief executive')],
  ['The party elected Maria Jones as leader.', is('Maria Jones', 'leader')],
  ['The king appointed Maria Jones prime minister.', is('Maria Jones', 'prime minister')],
  ['Maria Jones works as a nurse.', is('Maria Jones', 'nurse')],
  ['Maria Jones is also a member of parliament.', is('Maria Jones', 'member of parliament')],
  ['Maria Jones is now the president of Chile.', is('Maria Jones', 'president', 'Chile')],
  ['Maria Jones, who also directs Citigroup, left Berlin.', is('Maria Jones', 'director', 'Citigroup')],
  [
    'Maria Jones is chairman and chief executive of Siemens.',
    is('Maria Jones', 'chairman', 'Siemens'),
    is('Maria Jones', 'chief executive', 'Siemens'),
  ],
]

/** Every way again, with other people and other offices. */
export const MORE: readonly Case[] = [
  [
    'Polish President Andrzej Duda met Lithuanian President Gitanas Nauseda.',
    is('Andrzej Duda', 'president', 'Polish'),
    is('Gitanas Nauseda', 'president', 'Lithuanian'),
  ],
  [
    'Tom Clark, governor of Ohio, called Susan Miller, the mayor of Toledo.',
    is('Tom Clark', 'governor', 'Ohio'),
    is('Susan Miller', 'mayor', 'Toledo'),
  ],
  ['Police chief Tom Clark praised firefighter Susan Miller.', is('Tom Clark', 'police chief'), is('Susan Miller', 'firefighter')],
  ['Former Chelsea striker Tom Clark is a coach.', was('Tom Clark', 'striker', 'Chelsea'), is('Tom Clark', 'coach')],
  ['Susan Miller, the president of the football federation, resigned.', is('Susan Miller', 'president', 'football federation')],
  ['Susan Miller, the daughter of a baker, won.', is('Susan Miller', 'daughter', 'baker')],
  ['Coach Tom Clark benched captain Peter Evans.', is('Tom Clark', 'coach'), is('Peter Evans', 'captain')],
  ['Susan Miller, vice-president of Boeing, apologised.', is('Susan Miller', 'vice-president', 'Boeing')],
  ['Susan Miller, deputy prime minister of Norway, apologised.', is('Susan Miller', 'deputy prime minister', 'Norway')],
  ['Susan Miller was sworn in as president of Chile.', is('Susan Miller', 'president', 'Chile')],
  ['Susan Miller, who served as treasurer of Greenpeace, apologised.', was('Susan Miller', 'treasurer', 'Greenpeace')],
  ['Attorney general Tom Clark sued.', is('Tom Clark', 'attorney general')],
]

/** Sentences that state no role. */
export const NEVER: readonly string[] = [
  'In a letter to Maria Jones, the president said no.',
  'They spoke of Maria Jones, his late father and his grandfather.',
  'Maria Jones may become president of Chile.',
  'Maria Jones will be chairman of Siemens.',
  'Maria Jones is not a lawyer.',
  'Maria Jones was not elected chairman.',
  'Is Maria Jones the mayor of Lisbon?',
  'If Maria Jones becomes president, taxes will rise.',
  'Maria Jones denied she was the mayor.',
  'Maria Jones met the mayor of Lisbon.',
  'Maria Jones was seen with a lawyer.',
  'The president thanked Maria Jones.',
  'Maria Jones told the minister to leave.',
  'Maria Jones was in Lisbon.',
  'Maria Jones leads by three points.',
  'Maria Jones runs every morning.',
  'Maria Jones resigned on Monday.',
  'The minister left. Maria Jones stayed.',
  'Maria Jones said the chairman lied.',
  'Maria Jones is expected to serve as chairman.',
  'Maria Jones was sued by the mayor.',
  'The lawyers met Maria Jones.',
  'Maria Jones became angry.',
]
