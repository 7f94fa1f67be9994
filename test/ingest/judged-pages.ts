/** What a page states where the gold has something else; found by reading the page. */
interface Judged {
  readonly title?: string | null
  readonly date?: string | null
  readonly authors?: string | null
}

/**
 * Pages whose gold is wrong, by the beginning of their id. Dates: the year of four was replaced, two are of other pages. Titles: a
 * kicker was glued to two, one is of a part of the page. Authors: agencies and organisations that the page names.
 */
export const JUDGED: Readonly<Record<string, Judged>> = {
  '052975': { date: '2020-03-19' },
  '5e1e62': { date: '2018-05-20' },
  f365ae: { date: '2022-09-28' },
  f366bd: { date: '2024-02-02' },
  '370af8': { date: '2023-12-12' },
  ce0b31: { date: '2023-12-20' },
  a75063: { title: '‘I forgot my lines and made them up’ says Katie Price as she admits to panto blunder after fans slam performance' },
  '76fbec': { title: 'Iconic noughties singer releases first new music in 20 years after scoring huge Christmas number one' },
  e25725: { title: 'Vanessa Paradis dating history' },
  bcf821: { authors: 'The Canadian Press' },
  '0a2224': { authors: 'Facebook company' },
}

/** Whose site each page is on, as its readers know it; the gold does not say. */
export const PUBLISHERS: Readonly<Record<string, string>> = {
  '24526a': 'The Economist',
  '88b390': 'POLITICO',
  ebee4e: 'Isthmus',
  f3e7a4: 'washingtonindependent.com',
  '05a586': 'PBS NewsHour',
  '878220': 'Medical Xpress',
  '07ef52': 'The Frisky',
  '1ca86a': 'Forbes India',
  '052975': 'SBNation.com',
  '6b7f18': 'Bodybuilding.com',
  b75d76: 'Novus Light Today',
  c3ddb6: 'Tehran Times',
  a75063: 'The Sun',
  '1acdfb': 'Health',
  de4624: 'Sci.News',
  '5cbc1e': 'Isthmus',
  bd3bbe: 'Environment Energy Leader',
  a33420: 'ExtremeTech',
  '5e1e62': 'The Daily Sound',
  f1b33a: 'Fox News',
  '822cf3': 'The Sydney Morning Herald',
  c6a1f9: 'E! News',
  f365ae: 'The Bottom Line UCSB',
  e25725: "Who's Dated Who?",
  '60b990': 'In Touch Weekly',
  '4bb91d': 'BBC News',
  '6da6ea': 'The Frisky',
  '60cf05': 'Daily News Egypt',
  '73ff63': 'The Heritage Foundation',
  '760a68': 'Sky News',
  f82a6b: 'Coldwater Daily Reporter',
  afd4a7: 'TechSpot',
  bf7055: 'BBC News',
  c0981e: 'Forbes',
  b6062e: 'ideas.ted.com',
  bcf821: 'The Globe and Mail',
  '370af8': 'Morningstar, Inc.',
  '76fbec': 'The Sun',
  '6b4775': 'PEOPLE',
  c7f707: 'BET',
  d8f682: 'RedState',
  '725a79': 'The New York Times',
  '18e783': 'Variety',
  a5e3c7: 'Washingtonian',
  '69411e': 'NFL',
  '2dcde9': 'mlive',
  '0a2224': 'Meta',
  aa3097: 'Search Engine Watch',
  f366bd: 'Macworld',
  '6d0131': 'Los Angeles Times',
  c06b9a: 'Sky News',
  ed37b8: 'NPR',
  '060299': 'CBC',
  e5ef5b: 'POLITICO',
  c6be81: 'mlive',
  '02b199': 'Phys.org',
  ce0b31: 'NASCAR',
  '216007': 'PBS NewsHour',
  '93de6f': 'Popular Science',
  '8cf27f': 'The Telegraph',
}
