/** A text, and for each person or body the places that speak of it, in text order. Pronouns and nominals count. */
export interface CoreferenceCase {
  readonly why: string
  readonly text: string
  readonly title?: string
  readonly who: Readonly<Record<string, readonly string[]>>
}

export const COREFERENCE: readonly CoreferenceCase[] = [
  {
    why: 'a surname, with and without a title, is the one full name it ends',
    text: 'Prof Nadia Berger leads the study. Berger said the sample was small. "We need more data," Prof Berger added.',
    who: { 'Nadia Berger': ['Nadia Berger', 'Berger', 'Berger'] },
  },
  {
    why: 'three people of one family name stay three; the bare name is the one most written about',
    text:
      'Kim Jong-un boarded the train. Kim was seen waving. His father, Kim Jong-il, had done the same, and so had Kim Il-sung. ' +
      'On Friday Kim Jong-un returned, and Kim gave a speech.',
    who: {
      'Kim Jong-un': ['Kim Jong-un', 'Kim', 'His', 'Kim Jong-un', 'Kim'],
      'Kim Jong-il': ['Kim Jong-il'],
      'Kim Il-sung': ['Kim Il-sung'],
    },
  },
  {
    why: 'spellings of one name are one person',
    text: 'Lee Sang-ho arrived in Oslo. Lee Sang Ho was met at the airport. Later Lee Sang-Ho left.',
    who: { 'Lee Sang-ho': ['Lee Sang-ho', 'Lee Sang Ho', 'Lee Sang-Ho'] },
  },
  {
    why: 'an acronym in brackets is its expansion from then on',
    text: 'The Baltic Fisheries Research Agency (BFRA) published figures. Critics of the BFRA were not convinced.',
    who: { 'Baltic Fisheries Research Agency': ['Baltic Fisheries Research Agency', 'BFRA', 'BFRA'] },
  },
  {
    why: 'an office the article ties to a name is that person',
    text: 'Polish President Marek Zielinski met miners. The Polish president promised help.',
    who: { 'Marek Zielinski': ['Marek Zielinski', 'Polish president'] },
  },
  {
    why: 'two people who share a surname do not become one',
    text: 'Anna Lindqvist sings; Peter Lindqvist plays the organ.',
    who: { 'Anna Lindqvist': ['Anna Lindqvist'], 'Peter Lindqvist': ['Peter Lindqvist'] },
  },
  {
    why: 'a pronoun is the only person near',
    text: 'Maria Santos won the race. She thanked her coach.',
    who: { 'Maria Santos': ['Maria Santos', 'She', 'her'] },
  },
  {
    why: 'with two men near, a pronoun is nobody',
    text: 'Robert Hale argued with David Mercer. He left early.',
    who: { 'Robert Hale': ['Robert Hale'], 'David Mercer': ['David Mercer'] },
  },
  {
    why: 'a pair joined by a hyphen is two people',
    text: 'Donald Trump praised Kim Jong-un. The Trump-Kim meeting ended early.',
    who: { 'Donald Trump': ['Donald Trump', 'Trump'], 'Kim Jong-un': ['Kim Jong-un', 'Kim'] },
  },
  {
    why: 'a middle initial does not make another person',
    text: 'Harold J. Whitcombe resigned. Harold Whitcombe had led the firm since 1990.',
    who: { 'Harold J. Whitcombe': ['Harold J. Whitcombe', 'Harold Whitcombe'] },
  },
  {
    why: 'a country is one thing under all its names',
    text: 'The United States sent aid. The U.S. had done so before, and the US will again.',
    who: { 'United States': ['United States', 'U.S.', 'US'] },
  },
]
