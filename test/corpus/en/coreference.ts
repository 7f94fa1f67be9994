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
    why: 'who is asked about is not who answers',
    text: 'Peter Lund spoke in Oslo. Asked if Ivan Orlov had left, he said nothing.',
    who: { 'Peter Lund': ['Peter Lund', 'he'], 'Ivan Orlov': ['Ivan Orlov'] },
  },
  {
    why: 'people of a firm are not the firm',
    text: 'Zentrax sold the fleet. The Zentrax Employees for Clean Rivers protested. Zentrax did not answer.',
    who: { Zentrax: ['Zentrax', 'Zentrax'] },
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
    why: 'who speaks is not whom he speaks of',
    text: '"David Mercer is ill," Robert Hale wrote. "David Mercer will stay at home." He left early.',
    who: { 'Robert Hale': ['Robert Hale', 'He'], 'David Mercer': ['David Mercer', 'David Mercer'] },
  },
  {
    why: 'who tells what he does is himself',
    text: 'Robert Hale told David Mercer that he would sell the house.',
    who: { 'Robert Hale': ['Robert Hale', 'he'], 'David Mercer': ['David Mercer'] },
  },
  {
    why: 'whom the text does not name is not the one who is named before him',
    text: 'Robert Hale said the guard was on duty when he met David Mercer. Hale said the guard drew his gun.',
    who: { 'Robert Hale': ['Robert Hale', 'Hale'], 'David Mercer': ['David Mercer'] },
  },
  {
    why: 'a father is not his son, though the name ends alike',
    text: 'Robert Hale spoke in Ohio. Robert Hale Jr. met lawyers. Mr. Hale went home.',
    who: { 'Robert Hale': ['Robert Hale', 'Hale'], 'Robert Hale Jr.': ['Robert Hale Jr.'] },
  },
  {
    why: 'with two men near, a pronoun is the one who was the subject',
    text: 'Robert Hale argued with David Mercer. He left early.',
    who: { 'Robert Hale': ['Robert Hale', 'He'], 'David Mercer': ['David Mercer'] },
  },
  {
    why: 'with two men as one subject, a pronoun is nobody',
    text: 'Robert Hale and David Mercer argued. He left early.',
    who: { 'Robert Hale': ['Robert Hale'], 'David Mercer': ['David Mercer'] },
  },
  {
    why: 'a relative is who the article says he is, never the one he is related to',
    text: "Ines Varga's father, Ole Varga, was a fisherman. Varga's father died in 1990. Varga's uncle was poor.",
    who: { 'Ines Varga': ['Ines Varga', 'Varga', 'Varga'], 'Ole Varga': ['father', 'Ole Varga', 'father'] },
  },
  {
    why: 'a noun is the one body near whose name has it',
    text: 'The Ministry of Transport disagreed with Velden Chemicals Ltd. The ministry sent a letter, which the company ignored.',
    who: { 'Ministry of Transport': ['Ministry of Transport', 'ministry'], 'Velden Chemicals Ltd.': ['Velden Chemicals Ltd.', 'company'] },
  },
  {
    why: 'with two such bodies near, the noun is nobody',
    text: 'The Ministry of Transport wrote to the Ministry of Labour. Then the ministry fell silent.',
    who: { 'Ministry of Transport': ['Ministry of Transport'], 'Ministry of Labour': ['Ministry of Labour'] },
  },
  {
    why: 'a noun that goes on to say which body it is means that one',
    text: 'The Ministry of Transport objected. Officials of the ministry of health agreed.',
    who: { 'Ministry of Transport': ['Ministry of Transport'] },
  },
  {
    why: 'an acronym without brackets is the one body whose words it begins',
    text: 'The Velden Herald broke the story. Nobody else had it, VH wrote.',
    who: { 'Velden Herald': ['Velden Herald', 'VH'] },
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
