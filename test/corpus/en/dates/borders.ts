import { CLOCKS, LEAP, MONTH_END, NEW_YEAR, YEAR_END, type DatePhrases } from './phrases.js'

/** Days on which the calendar turns: year ends, leap days, month ends, changes of the clocks. */
export const BORDERS: readonly DatePhrases[] = [
  // The turn of the year
  {
    publishedAt: NEW_YEAR,
    value: '2019-12-31',
    sentences: ['They met [[yesterday]].', 'They met on [[Tuesday]].', 'They met on [[Dec. 31]].', "They danced on [[New Year's Eve]]."],
  },
  { publishedAt: NEW_YEAR, value: '2019-12', sentences: ['Sales rose [[last month]].', 'Sales rose in [[December]].'] },
  { publishedAt: NEW_YEAR, value: '2019', sentences: ['Sales rose [[last year]].'] },
  { publishedAt: NEW_YEAR, value: '2020-W01', from: '2019-12-30', to: '2020-01-06', sentences: ['They will meet [[this week]].'] },
  { publishedAt: NEW_YEAR, value: '2019-W52', sentences: ['They met [[last week]].'] },
  { publishedAt: NEW_YEAR, value: '2019-Q4', sentences: ['Sales rose in [[the fourth quarter]].', 'Sales rose [[last quarter]].'] },
  {
    publishedAt: YEAR_END,
    value: '2019-01-01',
    sentences: [
      'It will start [[tomorrow]].',
      'It will start on [[Tuesday]].',
      'It will start on [[January 1]].',
      "It will start on [[New Year's Day]].",
    ],
  },
  { publishedAt: YEAR_END, value: '2019-01', sentences: ['It will start [[next month]].', 'It will start in [[January]].'] },
  { publishedAt: YEAR_END, value: '2018-01', sentences: ['It started in [[January]].', 'It started [[last January]].'] },
  { publishedAt: YEAR_END, value: '2019-W01', sentences: ['They will meet [[this week]].'] },
  { publishedAt: YEAR_END, value: '2019', sentences: ['It will start [[next year]].'] },
  { publishedAt: YEAR_END, value: '2019-Q1', sentences: ['It will start [[next quarter]].'] },
  // Leap days
  {
    publishedAt: LEAP,
    value: '2020-02-29',
    sentences: ['They met [[today]].', 'They met on [[Feb. 29]].', 'They met on [[Saturday]].', 'They met on [[February 29, 2020]].'],
  },
  {
    publishedAt: LEAP,
    value: '2020-03-01',
    sentences: ['They will meet [[tomorrow]].', 'They will meet on [[Sunday]].', 'They will meet on [[March 1]].'],
  },
  { publishedAt: LEAP, value: '2020-02-28', sentences: ['They met [[yesterday]].', 'They met on [[Friday]].'] },
  { publishedAt: LEAP, value: '2019', sentences: ['They met [[a year ago]].', 'They met [[one year ago]].'] },
  { publishedAt: LEAP, value: '2020-03', sentences: ['They will meet [[next month]].'] },
  // Month ends
  {
    publishedAt: MONTH_END,
    value: '2019-04',
    sentences: ['Prices fell [[last month]].', 'Prices fell [[a month ago]].', 'Prices fell in [[April]].'],
  },
  { publishedAt: MONTH_END, value: '2019-06', sentences: ['Prices will fall [[next month]].', 'Prices will fall in [[June]].'] },
  {
    publishedAt: MONTH_END,
    value: '2019-06-01',
    sentences: ['It starts [[tomorrow]].', 'It will start on [[Saturday]].', 'It will start on [[June 1]].'],
  },
  { publishedAt: MONTH_END, value: '2019-05-31', sentences: ['It ended [[today]].', 'It ended on [[Friday]].'] },
  { publishedAt: MONTH_END, value: '2019-05', mod: 'END', sentences: ['It must end by [[the end of the month]].'] },
  // Clock changes, and days that depend on the zone
  { publishedAt: CLOCKS, value: '2019-03-30', sentences: ['They met [[yesterday]].', 'They met on [[Saturday]].'] },
  { publishedAt: CLOCKS, value: '2019-04-01', sentences: ['They will meet [[tomorrow]].', 'They will meet on [[Monday]].'] },
  { publishedAt: '2019-04-24T23:30:00-05:00', value: '2019-04-24', sentences: ['They met [[today]].', 'They met on [[Wednesday]].'] },
  { publishedAt: '2019-04-24T00:10:00+08:00', value: '2019-04-23', sentences: ['They met [[yesterday]].', 'They met on [[Tuesday]].'] },
]
