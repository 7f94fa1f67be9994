import type { DatePhrases } from './phrases.js'

/** What one day of publication makes of simple words: sentences → value. */
const on = (publishedAt: string, meanings: Readonly<Record<string, readonly string[]>>): DatePhrases[] =>
  Object.entries(meanings).map(([value, sentences]) => ({ publishedAt, value, sentences }))

const stayed = (publishedAt: string, value: string, from: string, to: string, sentences: readonly string[]): DatePhrases => ({
  publishedAt,
  value,
  from,
  to,
  sentences,
})

/** The days around the turns of year, month and clocks, one after another. */
export const TURNS: readonly DatePhrases[] = [
  // The last Monday of 2019 lies in the first ISO week of 2020.
  ...on('2019-12-30', {
    '2019-12-30': ['They met [[today]].', 'They met on [[Monday]].', 'They met on [[Dec. 30]].'],
    '2019-12-29': ['They met [[yesterday]].', 'They met on [[Sunday]].'],
    '2020-01-03': ['They will meet on [[Friday]].', 'They will meet [[Jan. 3]].', 'They will meet on [[3 January]].'],
    '2020-01-01': ["They will meet on [[New Year's Day]].", 'They will meet on [[Wednesday]].', 'It will be over by [[January 1]].'],
    '2020-W01': ['They will meet [[this week]].'],
    '2019-W52': ['They met [[last week]].'],
    '2020-W02': ['They will meet [[next week]].'],
    '2020-01': ['They will meet [[next month]].', 'They will meet in [[January]].'],
    '2019-11': ['They met [[last month]].', 'They met in [[November]].'],
    '2020-Q1': ['They will meet [[next quarter]].'],
    '2019-Q3': ['They lost money [[last quarter]].'],
  }),
  ...on('2020-01-02', {
    '2019-12-31': ['They met on [[Tuesday]].', 'They met on [[Dec. 31]].', "They met on [[New Year's Eve]]."],
    '2020-01-01': ['They met [[yesterday]].', 'They met on [[Wednesday]].', "They met on [[New Year's Day]]."],
    '2019-12-25': ['They met on [[Christmas Day]].', 'They met on [[December 25]].'],
    '2019-12': ['They met [[last month]].', 'They met in [[December]].', 'They met [[a month ago]].'],
    '2019-11': ['They met in [[November]].', 'They met [[two months ago]].'],
    '2020-11': ['They will vote in [[November]].', 'The vote is due in [[November]].'],
    '2018': ['They met [[two years ago]].'],
    '2019': ['They met [[last year]].', 'They met [[a year ago]].'],
    '2021': ['They will meet [[next year]].'],
    '2019-W51': ['They met [[two weeks ago]].'],
  }),
  // The first day of 2021 lies in week 53 of 2020.
  ...on('2021-01-01', {
    '2020-W53': ['They will meet [[this week]].'],
    '2020-W52': ['They met [[last week]].'],
    '2021-W01': ['They will meet [[next week]].'],
    '2020-12-31': ['They met [[yesterday]].', 'They met on [[Thursday]].'],
    '2021-01-02': ['They will meet [[tomorrow]].', 'They will meet on [[Saturday]].'],
    '2020': ['They met [[last year]].'],
  }),
  // Leap days
  ...on('2024-02-29', {
    '2024-02-29': ['They met [[today]].', 'They met on [[Thursday]].', 'They met on [[29 February]].'],
    '2024-03-01': ['They will meet [[tomorrow]].', 'They will meet on [[Friday]].', 'They will meet [[March 1]].'],
    '2024-02-28': ['They met [[yesterday]].', 'They met on [[28 February]].'],
    '2024-01': ['They met [[last month]].', 'They met [[a month ago]].'],
    '2023': ['They met [[a year ago]].', 'They met [[last year]].'],
    '2020': ['They met [[four years ago]].'],
    '2024-02': ['They met [[this month]].', 'They met in [[February]].'],
  }),
  ...on('2020-03-01', {
    '2020-02-29': ['They met [[yesterday]].', 'They met on [[Saturday]].', 'They met on [[Feb. 29]].'],
    '2020-02-28': ['They met [[the day before yesterday]].', 'They met on [[Friday]].', 'They met [[two days ago]].'],
    '2020-03-02': ['They will meet [[tomorrow]].', 'They will meet on [[Monday]].'],
    '2020-02': ['They met [[last month]].', 'They met in [[February]].'],
  }),
  ...on('2019-03-01', {
    '2019-02-28': ['They met [[yesterday]].', 'They met on [[Thursday]].', 'They met on [[Feb. 28]].'],
    '2016-02-29': ['They met on [[February 29, 2016]].', 'They met on [[29 February 2016]].'],
    '2019-02': ['They met [[last month]].'],
  }),
  // Month ends
  ...on('2019-01-31', {
    '2019-02-01': ['They will meet [[tomorrow]].', 'They will meet on [[Friday]].'],
    '2019-02': ['They will meet [[next month]].', 'They will meet in [[February]].'],
    '2018-12': ['They met [[last month]].', 'They met [[a month ago]].'],
    '2018-10': ['They met [[three months ago]].', 'They met in [[October]].'],
  }),
  ...on('2019-06-30', {
    '2019-07-01': ['They will meet [[tomorrow]].', 'They will meet on [[Monday]].', 'The tax rises on [[July 1]].'],
    '2019-Q3': ['They will meet [[next quarter]].'],
    '2019-Q1': ['They lost money [[last quarter]].'],
    '2019-05': ['They met [[last month]].'],
    '2019-W26-WE': ['They met over [[the weekend]].', 'They will march [[this weekend]].'],
  }),
  // The clocks go back in Europe on 27 October and in America on 3 November, and forward in America on 10 March.
  ...on('2019-10-27', {
    '2019-10-26': ['They met [[yesterday]].', 'They met on [[Saturday]].'],
    '2019-10-28': ['They will meet [[tomorrow]].', 'They will meet on [[Monday]].'],
    '2019-10-31': ['They will meet on [[Halloween]].', 'They will meet on [[Thursday]].'],
  }),
  ...on('2019-11-03T00:30:00-04:00', {
    '2019-11-03': ['They met [[today]].', 'They met on [[Sunday]].'],
    '2019-11-02': ['They met [[yesterday]].', 'They met on [[Saturday]].'],
    '2019-11-04': ['They will meet [[tomorrow]].', 'They will meet on [[Monday]].'],
  }),
  ...on('2019-03-10T03:15:00-04:00', {
    '2019-03-09': ['They met [[yesterday]].', 'They met [[one day ago]].'],
    '2019-03-11': ['They will meet [[tomorrow]].'],
    '2019-W10': ['They met [[this week]].'],
  }),
  stayed('2019-12-31', '2019', '2019-01-01', '2020-01-01', ['They lost money [[this year]].']),
  stayed('2020-01-01', '2020', '2020-01-01', '2021-01-01', ['They will lose money [[this year]].']),
  stayed('2020-02-01', '2020-02', '2020-02-01', '2020-03-01', ['They will meet [[this month]].']),
  stayed('2019-12-31', '2019-12-31', '2019-12-31', '2020-01-01', ['They met [[today]].', 'They met on [[Tuesday]].']),
  stayed('2020-01-05', '2020-W01', '2019-12-30', '2020-01-06', ['They met [[this week]].']),
  stayed('2020-03-01', '2019-WI', '2019-12-01', '2020-03-01', ['They met [[last winter]].']),
]
