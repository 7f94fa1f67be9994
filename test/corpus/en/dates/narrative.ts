/** What stands near the time expression that it is counted from. */
export const NARRATIVE: readonly { readonly text: string; readonly values: readonly [text: string, value: string][] }[] = [
  {
    text: 'He landed on March 3, 2017. The following day he left.',
    values: [
      ['March 3, 2017', '2017-03-03'],
      ['The following day', '2017-03-04'],
    ],
  },
  {
    text: 'It rained last week. Later in the day, he left.',
    values: [
      ['last week', '2019-W16'],
      ['Later in the day', '2019-04-24'],
    ],
  },
  {
    text: 'He landed on March 3, 2017. Two days later he left.',
    values: [
      ['March 3, 2017', '2017-03-03'],
      ['Two days later', '2017-03-05'],
    ],
  },
  {
    text: 'He landed on March 3, 2017. A week later he left.',
    values: [
      ['March 3, 2017', '2017-03-03'],
      ['A week later', '2017-W10'],
    ],
  },
  {
    text: 'She won in 1985. That year he lost.',
    values: [
      ['1985', '1985'],
      ['That year', '1985'],
    ],
  },
  {
    text: 'She won in 1985. The following year she lost.',
    values: [
      ['1985', '1985'],
      ['The following year', '1986'],
    ],
  },
  {
    text: 'She won in 1985. Three years later she lost.',
    values: [
      ['1985', '1985'],
      ['Three years later', '1988'],
    ],
  },
  {
    text: 'She won in May 2016. The previous month she lost.',
    values: [
      ['May 2016', '2016-05'],
      ['The previous month', '2016-04'],
    ],
  },
  {
    text: 'In the third quarter of 2018 it lost money, against a profit a year earlier.',
    values: [
      ['the third quarter of 2018', '2018-Q3'],
      ['a year earlier', '2017-Q3'],
    ],
  },
  {
    text: 'The war of 1950-53 divided them.',
    values: [
      ['1950', '1950'],
      ['53', '1953'],
    ],
  },
  {
    text: 'They met on April 24 and 25, 2018 in Rome.',
    values: [
      ['April 24', '2018-04-24'],
      ['25, 2018', '2018-04-25'],
    ],
  },
  {
    text: 'It ran Feb 28-Mar 1, 2018 in Rome.',
    values: [
      ['Feb 28', '2018-02-28'],
      ['Mar 1, 2018', '2018-03-01'],
    ],
  },
  {
    text: 'It ran from December to February 2018.',
    values: [
      ['December', '2017-12'],
      ['February 2018', '2018-02'],
    ],
  },
  {
    text: 'He was shot on March 3, 2017. It was 7:15 p.m. and dark.',
    values: [
      ['March 3, 2017', '2017-03-03'],
      ['7:15 p.m.', '2017-03-03T19:15'],
    ],
  },
]
