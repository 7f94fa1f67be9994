import type { Rule } from '../../../rules/rule.js'
import type { Fields, Grain, Said } from '../../said.js'
import {
  END,
  MONTH,
  MONTH_NAME,
  PART,
  REFERENCE,
  REFERENCE_SECONDS,
  REFERENCE_STARTS,
  SEASON,
  WEEKDAY,
  monthOf,
  partOf,
  pattern,
  references,
  seasonOf,
  weekdayOfName,
} from './words.js'

const GRAIN = 'day|week|month|quarter|year|decade|century'
const grainOf = (word: string): Grain => word.toLowerCase() as Grain
/** Named times that `last`, `this` and `next` can point at. Case matters for names, so both cases of the rest are spelt. */
const NAMED = `(?:(?<month>${MONTH})|(?<weekday>${WEEKDAY})|(?<season>${SEASON}))`
function named({ month, weekday, season }: Readonly<Record<string, string | undefined>>): Fields {
  if (month) return { month: monthOf(month) }
  if (weekday) return { weekday: weekdayOfName(weekday) }
  return { season: seasonOf.get(season!)! }
}
const TOWARD: Readonly<Record<string, 'past' | 'future' | 'this'>> = {
  last: 'past',
  past: 'past',
  previous: 'past',
  'this past': 'past',
  next: 'future',
  coming: 'future',
  'this coming': 'future',
  this: 'this',
}

/** What stands before `the year` and `the quarter` where they are the present ones. */
const LEADS_UNIT =
  /\b(?:end|ends|ending|ended|start|beginning|middle|rest|remainder|close|half|course|most|part|time|days?|year|months?|quarters?|results?|net|low|high|later in|earlier in|late in|early in|for|during|of|in|throughout|ended|end|over) $/i
const PART_OF_UNIT =
  /\b(?:end|start|beginning|middle|rest|remainder|close|half|course|most|part|quarters?|months?|later|earlier|(?:first|last|final) (?:day|week|weekend)) of $/i
const AFTER_UNIT =
  /^ (?:and|but|to|as|from|with|on|at|by|while|because|is|was|will|would|has|had|if|a|compared|against|than|or|up|down|the|may|could|should|after|in)\b/

/** Words that point from the day of publication. */
export const deictic: readonly Rule<Said>[] = [
  {
    id: 'en.deictic.day',
    starts: ['today', 'tomorrow', 'yesterday', 'the'],
    afterArticle: ['day'],
    pattern: pattern(
      `(?:(?<day>today|tomorrow|yesterday)|the day (?<far>before yesterday|after tomorrow))(?: (?<part>${PART}))?${END}`,
      'i',
    ),
    produce: ({ day, far, part }) => {
      const count = far ? (/^b/i.test(far) ? -2 : 2) : { today: 0, tomorrow: 1, yesterday: -1 }[day!.toLowerCase()]!
      const step = { grain: 'day', count, from: 'publication' } as const
      return part === undefined ? { type: 'DATE', step } : { type: 'TIME', step, part: partOf.get(part.toLowerCase())! }
    },
    examples: [
      ['He said so yesterday in Rome.', { step: { grain: 'day', count: -1, from: 'publication' } }],
      ['They meet tomorrow night at sea.', { text: 'tomorrow night', part: 'NI' }],
    ],
    never: ['USA Todays', 'The day after came.'],
  },
  {
    id: 'en.deictic.reference',
    starts: REFERENCE_STARTS,
    afterArticle: REFERENCE_SECONDS,
    pattern: pattern(`(?<words>${REFERENCE})(?![\\p{L}\\d]|[’'-]\\p{L}\\p{L})`, 'i'),
    produce: ({ words }, { doc, start, end, text }) => {
      const value = references.get(words!.toLowerCase())!
      const after = doc.text.slice(end, end + 12)
      const before = doc.text.slice(Math.max(0, start - 10), start)
      const name = words!.toLowerCase()
      if (
        name === 'the past' &&
        /^(?:-| (?:\p{L}|\d))/u.test(after) &&
        !/^ (?:and|but|is|was|has|to|in|when|with|as|that|for|at|by|or|will|could|would|can|had|were|are|it|he|she|they|we|I|you|there|this|which|who|because|if|not|have|may|might|should|did|been|be)\b/.test(
          after,
        )
      )
        return null
      if ((name === 'the future' || name === 'future') && /^ (?:of|for) /.test(after) && name === 'future') return null
      if (
        name === 'future' &&
        (/\b(?:a|an|his|her|its|their|our|my|your|no|whose|bright|uncertain|political|[’']s) $/i.test(before) ||
          !/^ \p{Ll}/u.test(after) ||
          /^ (?:is|was|in|on|at|and|or|as|with|by|to|will|that|prices?|contracts)\b/.test(after))
      )
        return null
      if ((name === 'current' || name === 'recent') && /\b(?:more|most|alternating|direct|ocean|then[ -]) ?$/i.test(before)) return null
      if (name === 'now' && /^(?:,? then\b|-\p{L})/iu.test(after)) return null
      if (name === 'soon' && (/\b(?:as|too|so|how|sooner) $/i.test(before) || /^ (?:after|as|before)\b/.test(after))) return null
      if (name === 'shortly' && /^ (?:after|before|thereafter)\b/.test(after)) return null
      if (name === 'the present' && (!/\b(?:at|for|until|to|in) $/i.test(before) || /^ \p{L}/u.test(after))) return null
      if (/^\p{Lu}/u.test(text) && /^ \p{Lu}/u.test(after) && name !== 'now' && name !== 'currently' && name !== 'recently') return null
      return { type: 'DATE', fixed: value }
    },
    examples: [
      ['He is currently in Rome.', { fixed: 'PRESENT_REF' }],
      ['It will soon rain.', { fixed: 'FUTURE_REF' }],
      ['They met recently.', { fixed: 'PAST_REF' }],
    ],
    never: ['As soon as it rains', 'The past tense', 'An electric undercurrent'],
  },
  {
    id: 'en.deictic.unit',
    starts: ['last', 'this', 'next', 'the', 'current', 'past', 'previous', 'coming', 'same', 'later', 'earlier'],
    afterArticle: [
      'current',
      'present',
      'past',
      'coming',
      'previous',
      'prior',
      'preceding',
      'following',
      'next',
      'same',
      'last',
      'latest',
      'very',
    ],
    pattern: pattern(
      `(?:(?<said>last|this|next)|the (?:(?<the>current|present|past|coming|previous|prior|preceding|following|next|same|last|latest)|(?:very )?(?<very>next)))(?: (?:full|whole|calendar|entire|same))? (?:(?<fiscal>fiscal|financial) )?(?<unit>${GRAIN})(?: (?<part>${PART}))?(?![\\p{L}\\d]|-\\p{L})`,
      'i',
    ),
    produce: ({ said, the, very, unit }, { doc, start, end }) => {
      const word = (said ?? the ?? very)!.toLowerCase()
      if (/^\p{Lu}/u.test(unit!) && /\p{Ll}/u.test(unit!)) return null // `ABC's This Week`
      const grain = grainOf(unit!)
      const count = /^(?:last|past|previous|prior|preceding|latest)$/.test(word) ? -1 : /^(?:next|coming|following)$/.test(word) ? 1 : 0
      const narrative = the !== undefined && /^(?:previous|prior|preceding|following|next|same)$/.test(word)
      if (word === 'last' && said !== undefined && /\bthe $/i.test(doc.text.slice(Math.max(0, start - 4), start))) return null
      if (/^ of (?:the|his|her|its|their|an?|[a-z]+ing|last|this|next) /i.test(doc.text.slice(end, end + 12)) && the === 'last') return null
      if (grain === 'decade' || grain === 'century') {
        if (count === -1) return { type: 'DURATION', amounts: [{ count: grain === 'decade' ? 10 : 100, unit: 'Y' }], stretch: 'past' }
        if (count === 1) return { type: 'DURATION', amounts: [{ count: grain === 'decade' ? 10 : 100, unit: 'Y' }], stretch: 'future' }
      }
      if (grain === 'year' && word === 'past') return { type: 'DURATION', amounts: [{ count: 1, unit: 'Y' }], stretch: 'past' }
      if (the !== undefined && /^(?:past|last|coming)$/.test(word) && grain !== 'quarter' && grain !== 'year') {
        return {
          type: 'DURATION',
          amounts: [{ count: 1, unit: ({ day: 'D', week: 'W', month: 'M' } as const)[grain as 'day'] }],
          stretch: count < 0 ? 'past' : 'future',
        }
      }
      return { type: 'DATE', step: { grain, count, from: narrative ? 'text' : 'publication' } }
    },
    examples: [
      ['It fell last month.', { step: { grain: 'month', count: -1, from: 'publication' } }],
      ['He left the following day.', { text: 'the following day', step: { grain: 'day', count: 1, from: 'text' } }],
      ['The past decade was good.', { type: 'DURATION', stretch: 'past' }],
    ],
    never: ['The last yearling', 'This day-care centre'],
  },
  {
    id: 'en.deictic.that-unit',
    starts: ['that', 'those'],
    pattern: pattern(`that(?: same| very)? (?:(?<unit>day|week|month|quarter|year|decade|century)|(?<part>${PART}))${END}`, 'i'),
    produce: ({ unit, part }) =>
      unit === undefined
        ? { type: 'TIME', part: partOf.get(part!.toLowerCase())!, step: { grain: 'day', count: 0, from: 'text' } }
        : { type: 'DATE', step: { grain: grainOf(unit), count: 0, from: 'text' } },
    examples: [['He won in that year.', { text: 'that year', step: { grain: 'year', count: 0, from: 'text' } }]],
    never: ['It said that years pass.', 'So that dayworkers left'],
  },
  {
    id: 'en.deictic.part',
    starts: ['this', 'last', 'later', 'the'],
    afterArticle: ['next', 'following', 'previous', 'same'],
    pattern: pattern(`(?:(?<which>this|last)|the (?<next>next|following|previous|same)) (?<part>${PART})${END}`, 'i'),
    produce: ({ which, next, part }) => {
      if (next !== undefined)
        return {
          type: 'TIME',
          part: partOf.get(part!.toLowerCase())!,
          step: { grain: 'day', count: /^[nf]/i.test(next) ? 1 : /^p/i.test(next) ? -1 : 0, from: 'text' },
        }
      return {
        type: 'TIME',
        part: partOf.get(part!.toLowerCase())!,
        step: { grain: 'day', count: which!.toLowerCase() === 'last' ? -1 : 0, from: 'publication' },
      }
    },
    examples: [
      ['It rained this morning.', { text: 'this morning', part: 'MO' }],
      ['It rained last night.', { step: { grain: 'day', count: -1, from: 'publication' } }],
    ],
    never: ['This nightmare', 'At last mornings are warm'],
  },
  {
    id: 'en.deictic.named',
    starts: ['last', 'this', 'next', 'the', 'past', 'coming'],
    afterArticle: ['previous', 'following', 'next', 'same', 'preceding', 'past', 'last', 'coming'],
    pattern: pattern(
      `(?:(?<which>[Ll]ast|[Tt]his past|[Tt]his coming|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming)|[Tt]he (?<narrative>previous|following|next|same|preceding)|[Tt]he (?<point>past|last|coming)) ${NAMED}${END}(?!\\.? \\d)`,
    ),
    produce: (groups) => {
      const { which, narrative, point } = groups
      if (narrative !== undefined) {
        if (narrative === 'same') return null
        const count = narrative === 'previous' || narrative === 'preceding' ? -1 : 1
        return { type: 'DATE', ...named(groups), step: { grain: 'day', count, from: 'text' }, toward: count < 0 ? 'past' : 'future' }
      }
      return { type: 'DATE', ...named(groups), toward: TOWARD[(which ?? point)!.toLowerCase()]! }
    },
    examples: [
      ['They met last Friday.', { text: 'last Friday', weekday: 5, toward: 'past' }],
      ['It opens next June.', { month: 6, toward: 'future' }],
      ['We travel this summer.', { season: 'SU', toward: 'this' }],
    ],
    never: ['At last springs flowed.', 'This may be it.'],
  },
  {
    id: 'en.deictic.that-named',
    starts: ['that'],
    pattern: pattern(`[Tt]hat (?:same )?(?:(?<season>${SEASON})|(?<month>${MONTH_NAME}))${END}`),
    produce: ({ season, month }, { doc, start, end }) => {
      const before = doc.text.slice(Math.max(0, start - 9), start)
      const after = doc.text.slice(end, end + 5)
      if (!/(?:^|[.,;:—–(]\s|\b(?:in|by|of|early|late|later|earlier|until|during|since) )$/i.test(before)) return null // `said that June …`
      if (/\b(?:of|in|by) $/.test(before) && /^ \p{Lu}/u.test(after)) return null
      return {
        type: 'DATE',
        ...(season ? { season: seasonOf.get(season)! } : { month: monthOf(month!) }),
        step: { grain: 'year', count: 0, from: 'text' },
        toward: 'this',
      }
    },
    examples: [
      ['That June he was beaten.', { text: 'That June', month: 6, toward: 'this' }],
      ['He fell ill later that spring.', { text: 'that spring', season: 'SP' }],
    ],
    never: ['He said that June sales fell.', 'They knew that springs dry up.', 'So that summer camps open'],
  },
  {
    id: 'en.deictic.weekend',
    starts: ['the', 'last', 'this', 'next', 'weekend', 'over', 'that'],
    afterArticle: ['past', 'coming', 'last', 'next', 'following', 'previous', 'long', 'weekend'],
    pattern: pattern(
      `(?:(?<which>last|this|next|that|this past|this coming)|the (?<the>past|coming|last|next|following|previous)|the) (?:long )?weekend${END}(?![ -](?:of|edition|box|getaway|house|home|warrior))`,
      'i',
    ),
    produce: ({ which, the }) => {
      const word = (which ?? the ?? '').toLowerCase()
      if (word === 'that' || word === 'following')
        return { type: 'DATE', weekend: true, step: { grain: 'week', count: word === 'that' ? 0 : 1, from: 'text' } }
      return {
        type: 'DATE',
        weekend: true,
        ...(/last|past|previous/.test(word)
          ? { toward: 'past' }
          : /next|coming/.test(word)
            ? { toward: 'future' }
            : word === 'this'
              ? { toward: 'this' }
              : {}),
      }
    },
    examples: [['Over the weekend it snowed.', { text: 'the weekend', weekend: true }]],
    never: ['A weekend in Rome', 'the weekend edition'],
  },
  {
    id: 'en.deictic.the-unit',
    starts: ['the'],
    afterArticle: ['full', 'entire', 'whole', 'fiscal', 'financial', 'calendar', 'day', 'week', 'month', 'quarter', 'year'],
    pattern: pattern(
      `the (?:(?:full|entire|whole|fiscal|financial|calendar) )?(?<unit>day|week|month|quarter|year)${END}(?![ -](?:\\d|of|before|after|ago|earlier|to come|when|that|ahead|old|long|end|which)\\b)`,
      'i',
    ),
    produce: ({ unit }, { doc, start, end }) => {
      const before = doc.text.slice(Math.max(0, start - 24), start)
      const after = doc.text.slice(end, end + 14)
      if (/^ end(?:ed|ing) /.test(after)) {
        if (unit!.toLowerCase() === 'year') return { type: 'DURATION', amounts: [{ count: 1, unit: 'Y' }] }
        return { type: 'DATE', step: { grain: grainOf(unit!), count: 0, from: 'text' } }
      }
      if (/^['’]s /.test(after) && !/\bof $/i.test(before) && !/^(?:day|year)$/i.test(unit!))
        return { type: 'DATE', step: { grain: grainOf(unit!), count: 0, from: /^q/i.test(unit!) ? 'text' : 'story' } }
      if (
        !LEADS_UNIT.test(before) ||
        (/\bof $/i.test(before) && !PART_OF_UNIT.test(before)) ||
        (/^ \p{Ll}/u.test(after) && !AFTER_UNIT.test(after) && !PART_OF_UNIT.test(before))
      )
        return null
      return {
        type: 'DATE',
        step: {
          grain: grainOf(unit!),
          count: 0,
          from: unit!.toLowerCase() === 'quarter' || unit!.toLowerCase() === 'day' ? 'text' : 'story',
        },
      }
    },
    examples: [['They leave by the end of the year.', { text: 'the year', step: { grain: 'year', count: 0, from: 'story' } }]],
    never: ['She was voted man of the year.', 'The year of the dog'],
  },
]
