import { describe, expect, it, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import type { Fact, FactKind } from '../../src/document/layers.js'
import { confidenceOf, type Form } from '../../src/extract/facts/confidence.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const read = (text: string, ignored: { start: number; end: number; reason: 'comments' }[] = []) =>
  analyse(text, { publishedAt: '2019-04-24', ignored })

/** The facts of one kind. */
const factsOf = (text: string, kind: FactKind): readonly Fact[] => read(text).layers.fact.filter((fact) => fact.kind === kind)

const summaries = (text: string, kind: FactKind): string[] => factsOf(text, kind).map(({ summary }) => summary)

describe('the summary of an event', () => {
  const told: readonly (readonly [string, string])[] = [
    ['Angela Merkel flew to Paris. On Friday she met Emmanuel Macron.', 'On 19 April 2019 Angela Merkel met Emmanuel Macron'],
    ['Emmanuel Macron spoke. Macron will visit Warsaw on Thursday.', 'Emmanuel Macron will visit Warsaw on 25 April 2019'],
    ['Vladimir Putin flew to Beijing last year.', 'Vladimir Putin flew to Beijing in 2018'],
    ['Karl Weiss, who left Hamburg in 2001, was arrested in Rome on Monday.', 'Karl Weiss was arrested in Rome on 22 April 2019'],
    ['Norway did not join the European Union in 1995.', 'Norway did not join the European Union in 1995'],
    ['Ms Lund travelled to Oslo on Monday to meet Erna Solberg.', 'Ms Lund travelled to Oslo on 22 April 2019 to meet Erna Solberg'],
    ["Theresa May's visit to Washington in January 2017 was short.", 'Theresa May’s visit to Washington in January 2017'],
    ['Since Monday, Ottawa has sold its shares in Shell.', 'Since 22 April 2019, Ottawa has sold its shares in Shell'],
  ]
  const whole: readonly (readonly [string, string])[] = [
    ['Ivan Orlov paid a firm in Riga to paint the bridge.', 'Ivan Orlov paid a firm in Riga to paint the bridge'],
    ['Angela Merkel spoke. Emmanuel Macron met her in Paris on Monday.', 'Emmanuel Macron met Angela Merkel in Paris on 22 April 2019'],
    ['Sweden ratified and published the treaty.', 'Sweden ratified the treaty'],
    ['Karl Weiss spoke. He’s moving to Rome on Thursday.', 'Karl Weiss is moving to Rome on 25 April 2019'],
    ['Peru and Chile signed a treaty in Lima in 2018.', 'Peru and Chile signed a treaty in Lima in 2018'],
    [
      'OSLO, April 24 (Nordwire) - Prime Minister Erna Solberg will visit Rome in May.',
      'Prime Minister Erna Solberg will visit Rome in May 2019',
    ],
    ['The Senate Monday approved a treaty with Canada.', 'The Senate on 22 April 2019 approved a treaty with Canada'],
    ['Ann Lee chimed in Tuesday during a debate in Oslo.', 'Ann Lee chimed in on 23 April 2019 during a debate in Oslo'],
    ['Norway sold the ship on Monday, a day after Spain bought it.', 'Norway sold the ship on 22 April 2019'],
    ['Council member Maria Holt, who left Oslo in March, won.', 'Council member Maria Holt left Oslo in March 2019'],
  ]
  eachRow('is whole of %s', whole, (text, summary) => {
    expect(summaries(text, 'event').map((words) => words.replaceAll("'", '’'))).toContain(summary)
  })

  test.each([
    'Norwegians eat fish.',
    'Angela Merkel often visits Rome.',
    'Emmanuel Macron toppled on Monday that regime.',
    'Such talks weakened Angela Merkel.',
    'Ivan Orlov will not oust.',
    'Ann Lee hedged on its future in Oslo on Monday.',
    'Those killed Ann Lee on Monday.',
    'Firing Ann Lee would also harm Spain.',
    'Ann Lee was so appalled by Spain that Peter Lund left.',
    'Spain backed a plan to build a dam and sell power, and similar plans in Peru.',
    'FILE PHOTO: Erna Solberg meets Angela Merkel in Berlin in March 2018.',
    'Ann Lee spoke to Maria Holt Ann LeeSenate passes bill | Court hears Maria Holt on Monday.',
  ])('is not told of %s', (text) => {
    expect(summaries(text, 'event')).toEqual([])
  })

  eachRow('of %s', told, (text, summary) => {
    expect(summaries(text, 'event').map((words) => words.replaceAll("'", '’'))).toContain(summary)
  })

  it('is not told where its subject is nobody known', () => {
    expect(summaries('They met in Lima on Monday.', 'event')).toEqual([])
  })

  it('stays short', () => {
    const text = `Angela Merkel visited ${'the small and very old town and '.repeat(12)} Paris on Monday.`
    for (const { summary } of read(text).layers.fact) expect(summary.length).toBeLessThanOrEqual(240)
  })
})

describe('the summary of a figure', () => {
  const measured: readonly (readonly [string, string])[] = [
    ['Exports of the port fell from $60m in 2017 to $34m in 2018.', 'Exports of the port fell from $60m in 2017 to $34m in 2018'],
    ['There are some 8,000 Polish labourers in Norway.', 'some 8,000 Polish labourers in Norway'],
    ['Sweden cancelled 800 flights on Tuesday.', 'Sweden cancelled 800 flights on 23 April 2019'],
    ['Spain won three games: two at home and one abroad.', 'Spain won three games: two at home and one abroad'],
    ['Over 100 firms gave money.', 'Over 100 firms gave money'],
    ['In May, Peru sold 300 tonnes, a figure that pleased Chile.', 'In May 2018, Peru sold 300 tonnes'],
    [
      'Russia gave aid: more than 2,000 tonnes of wheat, which was shipped to Rajin.',
      'more than 2,000 tonnes of wheat was shipped to Rajin',
    ],
    ['Nearly 500 barrels of oil sold to China in 2018 were lost.', 'Nearly 500 barrels of oil sold to China in 2018 were lost'],
    ['Poland fined 12 firms and closed three.', 'Poland fined 12 firms'],
  ]
  eachRow('of %s', measured, (text, summary) => {
    expect(summaries(text, 'figure')).toContain(summary)
  })

  eachRow(
    'is not told of %s',
    [
      ['The two sides met again.'],
      ['One thing was clear.'],
      ['It was the third time.'],
      ['There were three ways.'],
      ['It is now a two-man race.'],
      ['That figure includes 300 thefts.'],
      ['He spoke to 300 farmers in Peru.'],
    ],
    (text) => {
      expect(summaries(text, 'figure')).toEqual([])
    },
  )

  it('names the one who gives it', () => {
    const [fact] = factsOf('According to the finance ministry, some 8,000 Polish labourers work in Norway.', 'figure')
    expect(fact).toMatchObject({ status: 'asserted', subject: { text: 'Polish labourers' }, attribution: [{ role: 'speaker' }] })
    expect(fact!.summary).toMatch(/^some 8,000 Polish labourers work in Norway, according to (?:the )?finance ministry$/)
  })

  it('is one fact for a change with two ends', () => {
    expect(factsOf('Exports of the port fell from $60m to $34m.', 'figure')).toHaveLength(1)
  })
})

describe('the time of a fact', () => {
  const timed: readonly (readonly [string, string, string | null, string | null])[] = [
    ['Shell paid $40m to Nigeria in 2014.', '2014', '2014-01-01', '2015-01-01'],
    ['From 2012 to 2014 Shell paid $40m to Nigeria.', '2012/2014', '2012-01-01', '2015-01-01'],
    ['Shell has paid $40m to Nigeria since 2015.', '2015', '2015-01-01', null],
    ['Until 2015 Shell paid $40m to Nigeria.', '2015', null, '2016-01-01'],
    ['Shell will pay $40m to Nigeria by 5 May 2019.', '2019-05-05', null, '2019-05-06'],
    ['Shell will pay $40m to Nigeria after 5 May 2019.', '2019-05-05', '2019-05-06', null],
    ['Before 2015 Shell paid $40m to Nigeria.', '2015', null, '2015-01-01'],
  ]
  eachRow('of %s', timed, (text, value, from, to) => {
    expect(factsOf(text, 'figure')[0]?.time).toEqual({ value, from, to })
  })

  it('is that of its own clause', () => {
    const text = 'Shell paid $40m to Nigeria in 2014 and Exxon paid $50m to Ghana in 2016.'
    expect(factsOf(text, 'figure').map(({ time }) => time?.value)).toEqual(['2014', '2016'])
  })

  it('is not that of the act of saying', () => {
    const [fact] = factsOf('Officials said on Monday that Shell paid $40m to Nigeria.', 'figure')
    expect(fact?.time).toBeNull()
  })
})

describe('certainty and source', () => {
  test.each([
    ['Emmanuel Macron will visit Warsaw in May.', 'planned', 'affirmed'],
    ['Emmanuel Macron may visit Warsaw in May.', 'possible', 'affirmed'],
    ['Emmanuel Macron visited Warsaw in March.', 'asserted', 'affirmed'],
    ['Emmanuel Macron did not visit Warsaw in March.', 'asserted', 'negated'],
  ])('%s', (text, status, polarity) => {
    expect(factsOf(text, 'event')[0]).toMatchObject({ status, polarity })
  })

  it.each([
    ['Emmanuel Macron may meet Angela Merkel in Berlin on Friday.', 'possible', 'affirmed'],
    ['Emmanuel Macron reportedly met Angela Merkel in Berlin on Monday.', 'reported', 'affirmed'],
    ['Emmanuel Macron denied meeting Angela Merkel in Berlin on Monday.', 'asserted', 'negated'],
    ['Emmanuel Macron did not deny meeting Angela Merkel in Berlin on Monday.', 'asserted', 'unknown'],
    ['There is no evidence of a meeting between Emmanuel Macron and Angela Merkel in Berlin in March.', 'asserted', 'negated'],
  ])('keep apart what is not plainly so: %s', (text, status, polarity) => {
    const { fact } = read(text).layers
    expect(fact.map((one) => `${one.status} ${one.polarity}`)).toEqual([`${status} ${polarity}`])
  })

  it('come from the quotation around the event', () => {
    const [fact] = factsOf('Ann Lee said that Emmanuel Macron visited Warsaw in March.', 'event')
    expect(fact?.attribution.map(({ name }) => name)).toEqual(['Ann Lee'])
    expect(fact?.summary).toBe('Emmanuel Macron visited Warsaw in March 2019, according to Ann Lee')
  })

  it('are those of the speaker in a quotation', () => {
    const [fact] = factsOf('“We will close the bridge in May,” said Ann Lee.', 'quote')
    expect(fact).toMatchObject({ subject: { text: 'Ann Lee' }, predicate: 'say', attribution: [{ role: 'speaker', name: 'Ann Lee' }] })
    expect(fact!.summary).toMatch(/^Ann Lee: “We will close the bridge in May,?”$/)
  })
})

describe('the summary of a quotation', () => {
  eachRow(
    'of %s',
    [
      ['Ann Lee said that she was ill.', 'Ann Lee said that she was ill'],
      ['The taxes are too high, according to Ann Lee.', 'the taxes are too high, according to Ann Lee'],
      ['In the end, Ann Lee said, prices will fall.', 'Ann Lee said that in the end, prices will fall'],
      [
        '“We need help for the villages,” Ann Lee said. “We need more tents now.”',
        'Ann Lee: “We need help for the villages. We need more tents now.”',
      ],
      ['“In theory, we can,” Ann Lee said, “but funds are short.”', 'Ann Lee: “In theory, we can, but funds are short.”'],
      ['Ann Lee denied any wrongdoing on Monday.', 'Ann Lee denied any wrongdoing on 22 April 2019'],
      ['The villagers said that the river had risen.', 'The villagers said that the river had risen'],
      ['Ann Lee pointed out that the bridge was old.', 'Ann Lee pointed out that the bridge was old'],
      ['Ann Lee lost. “We will appeal against the ruling,” her lawyer said.', 'Ann Lee’s lawyer: “We will appeal against the ruling”'],
      ['The Kentucky Republican said the bill was dead.', 'The Kentucky Republican said that the bill was dead'],
      ['Experts and observers said the wall was safe.', 'Experts and observers said that the wall was safe'],
      ['A spokesman for Ann Lee said the wall was safe.', 'A spokesman for Ann Lee said that the wall was safe'],
      ['The wall is safe, the Courier reports.', 'the Courier: the wall is safe'],
      ['The firm sold the mine, sources briefed on the search say.', 'sources briefed on the search say that the firm sold the mine'],
    ],
    (text, summary) => {
      expect(summaries(text, 'quote')).toContain(summary)
    },
  )

  eachRow(
    'is not told of %s',
    [
      ['Ann Lee praised the decision.'],
      ['My eyes say that the river has risen.'],
      ['The carpet said that the river had risen.'],
      ['Ann Lee spoke of the “killing fields”.'],
      ['Their lawyer said that the river had risen.'],
      ['Ann Lee told a lie, and the river had risen.'],
      ['Ann Lee said that it had destroyed three farms.'],
      ['A casual reader might note the old plan.'],
      ['Ann Lee said something odd.'],
    ],
    (text) => {
      expect(summaries(text, 'quote')).toEqual([])
    },
  )

  it('is one where somebody is said to say what he says', () => {
    expect(summaries('Ann Lee said she hoped that the rain would stop.', 'quote')).toHaveLength(1)
  })
})

describe('confidence', () => {
  const forms: readonly Form[] = [
    'quote.direct',
    'quote.clause',
    'quote.colon',
    'event.passive',
    'event.verb',
    'event.noun',
    'figure.clause',
    'figure.phrase',
  ]

  it.each(forms)('of %s is no certainty', (form) => {
    expect(confidenceOf(form)).toBeGreaterThan(0)
    expect(confidenceOf(form)).toBeLessThan(1)
  })

  it.each([
    ['quote.direct', 'quote.clause'],
    ['quote.clause', 'quote.colon'],
    ['event.passive', 'event.verb'],
    ['event.verb', 'event.noun'],
    ['event.verb', 'event.possible'],
    ['figure.clause', 'figure.phrase'],
  ] as const)('of %s is higher than of %s', (surer, other) => {
    expect(confidenceOf(surer)).toBeGreaterThan(confidenceOf(other))
  })

  it('is that of the form', () => {
    const [fact] = factsOf('“We will close the bridge in May,” said Ann Lee.', 'quote')
    expect(fact?.confidence).toBe(confidenceOf('quote.direct'))
  })
})

describe('one statement', () => {
  it('told twice is one fact with two citations', () => {
    const text = 'Emmanuel Macron visited Warsaw in March 2018. Rain fell. Emmanuel Macron visited Warsaw in March 2018.'
    const [fact, ...others] = factsOf(text, 'event')
    expect(others).toEqual([])
    expect(fact!.citations.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Emmanuel Macron visited Warsaw in March 2018',
      'Emmanuel Macron visited Warsaw in March 2018',
    ])
  })

  it('of what somebody is of nobody known is not told', () => {
    expect(summaries('He left with his cousin, Peter Lund.', 'role')).toEqual([])
  })

  it('of an office is a sentence', () => {
    expect(summaries('Yuri Ushakov, an aide to Vladimir Putin, spoke on Monday.', 'role')).toContain(
      'Yuri Ushakov is an aide to Vladimir Putin',
    )
  })
})

const ARTICLE = `Erna Solberg arrived in Kiev on Monday. She met Petro Poroshenko and signed an agreement on 30 ships.
“We will come back in May,” said Ms Solberg, the Norwegian prime minister.

According to the ministry, trade fell from $60m in 2017 to $34m in 2018. Officials may visit Oslo next year.`

describe('facts of an article', () => {
  it('are the same twice', () => {
    expect(read(ARTICLE).layers.fact).toEqual(read(ARTICLE).layers.fact)
    expect(read(ARTICLE).layers.fact.length).toBeGreaterThan(5)
  })

  it('cite words that lie in sentences', () => {
    const { fact, sentence } = read(ARTICLE).layers
    for (const { citations, trigger } of fact) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { start, end } of citations) {
        expect(sentence.some((one) => one.start <= start && start < one.end)).toBe(true)
        expect(sentence.some((one) => one.start < end && end <= one.end)).toBe(true)
      }
      expect(citations.some(({ start, end }) => start <= trigger.start && trigger.end <= end)).toBe(true)
    }
  })

  it('do not change when a paragraph is added', () => {
    const before = read(ARTICLE).layers.fact
    const after = read(`${ARTICLE}\n\nThe harbour was closed for repairs.`).layers.fact
    expect(after.slice(0, before.length)).toEqual(before)
  })

  it('are not taken from what is ignored', () => {
    const text = 'Emmanuel Macron visited Warsaw in March 2018.\n\nKarl Weiss visited Rome in May 2018.'
    const ignored = [{ start: text.indexOf('Karl'), end: text.length, reason: 'comments' as const }]
    for (const { citations } of read(text, ignored).layers.fact)
      for (const { end } of citations) expect(end).toBeLessThan(ignored[0]!.start)
    expect(read(text, ignored).layers.fact).toHaveLength(1)
  })

  it.each([
    ['nothing', ''],
    ['a null', '\u0000'],
    ['half a character', '\uD800'],
    ['open quotation marks', '“'.repeat(500)],
    ['prepositions', 'on '.repeat(600)],
    ['numbers', '5 '.repeat(2000)],
  ])('are found in %s without a fall', (_, text) => {
    expect(() => read(text)).not.toThrow()
  })
})
