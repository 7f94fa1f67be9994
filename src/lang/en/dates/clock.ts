import type { Groups, Rule, Site } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { STOP } from './amounts.js'
import { PART, SUN, ZONE, partOf, pattern, sunOf, zones } from './words.js'

const OFFSET = `(?: ?(?<zone>${ZONE})(?<shift>[+-]\\d{1,2}(?![\\d:]))?(?![\\p{L}\\d]))`
/** The zone that a clock names; '' for the `local time` of a place, which is not that of the article. */
function zoneOf({ zone, shift }: Groups, { doc, end, text }: Site<'token' | 'sentence'>): { zone?: string } {
  if (zone === undefined) return /local time$/.test(text) || doc.text.startsWith(' local time', end) ? { zone: '' } : {}
  const named = zones.get(zone.toLowerCase()) ?? ''
  return { zone: shift === undefined || named !== 'Z' ? named : `${shift[0]}${shift.slice(1).padStart(2, '0')}:00` } // `UTC+2`
}
/** What stands before a clock, and before no count of hours. */
const BEFORE_CLOCK = /\b(?:at|from|until|by|before|after|around|about|since) $/i
const WORD_HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const hourOf = (word: string): number => (/^\d/.test(word) ? Number(word) : WORD_HOURS.split('|').indexOf(word.toLowerCase()) + 1)
const HOUR_STARTS = ['<number>', ...WORD_HOURS.split('|')]
/** Minutes in words that are told of an hour. */
const MINUTE_WORDS: ReadonlyMap<string, number> = new Map([
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty-five', 25],
])
const noon = (hour: number, afternoon: boolean): number => (hour % 12) + (afternoon ? 12 : 0)

const MODS = { early: 'START', late: 'END', mid: 'MID' } as const

/** Times of the clock and parts of the day. */
export const clock: readonly Rule<Said>[] = [
  {
    id: 'en.time.twelve-hours',
    starts: HOUR_STARTS,
    pattern: pattern(
      `(?<hour>1[0-2]|0?\\d|${WORD_HOURS})(?:[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?)? ?(?<half>[ap])(?:\\. ?m\\.|\\.? ?m(?![\\p{L}\\d]))(?:${OFFSET})?`,
      'i',
    ),
    produce: ({ hour, minute, half, ...named }, site) => {
      const at = hourOf(hour!)
      if (at > 12 || at === 0) return null
      return { type: 'TIME', hour: noon(at, half!.toLowerCase() === 'p'), minute: Number(minute ?? 0), ...zoneOf(named, site) }
    },
    examples: [
      ['It struck at 3:45 pm in town.', { hour: 15, minute: 45 }],
      ['Doors open at 5 p.m. EST today.', { text: '5 p.m. EST', hour: 17, minute: 0 }],
      ['At 12:05 a.m. it rang.', { hour: 0, minute: 5 }],
      ['It shuts at 8 p.m. Eastern time.', { text: '8 p.m. Eastern time', zone: 'America/New_York' }],
    ],
    never: ['He paid 13 pm.'],
  },
  {
    id: 'en.time.twenty-four-hours',
    starts: ['<number>'],
    pattern: pattern(
      `(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?![\\d:.]\\d|[\\p{L}\\d%])(?:${OFFSET})?(?: (?:hours|hrs|local time)\\b)?`,
    ),
    produce: ({ hour, minute, ...named }, site) => {
      const { doc, start, text } = site
      const before = doc.text.slice(Math.max(0, start - 14), start)
      if (
        /\b(?:psalms?|genesis|exodus|matthew|mark|luke|john|acts|isaiah|corinthians|romans|verse|ratio of|odds of|score|won|beat|by|in|finished|time of) $/i.test(
          before,
        ) &&
        named.zone === undefined &&
        !/hours|hrs|local/.test(text)
      )
        return null
      return { type: 'TIME', hour: Number(hour), minute: Number(minute), ...zoneOf(named, site) }
    },
    examples: [
      ['It left at 15:45 for Rome.', { hour: 15, minute: 45 }],
      ['Markets fell at 16:08 UTC sharply.', { text: '16:08 UTC', zone: 'Z' }],
      ['It began at 15:45 UTC+2 in Kyiv.', { text: '15:45 UTC+2', zone: '+02:00' }],
    ],
    never: ['He read Genesis 12:15 aloud.', 'They won 3:0 in Rome.', 'She finished in 10:49 flat.'],
  },
  {
    id: 'en.time.military',
    starts: ['<number>'],
    pattern: pattern(
      `(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)(?: (?:hours|hrs|local time)|h)?${OFFSET}|(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d)(?: (?:hrs|hours local time|hours|h)\\b)|(?<led>0\\d)(?<after>[0-5]\\d)(?= (?:on|in|and|as|when|they|he|she|it|the)\\b|[.,;:)])`,
    ),
    produce: ({ hour, minute, h, m, led, after, ...named }, site) => {
      const { doc, start, text } = site
      const counted = (led !== undefined || /\d hours$/.test(text)) && !BEFORE_CLOCK.test(doc.text.slice(Math.max(0, start - 7), start))
      return counted ? null : { type: 'TIME', hour: Number(hour ?? h ?? led), minute: Number(minute ?? m ?? after), ...zoneOf(named, site) }
    },
    examples: [
      ['At 0800 UTC the bank acted.', { text: '0800 UTC', hour: 8, minute: 0 }],
      ['He landed at 0315 on Sunday.', { text: '0315', hour: 3, minute: 15 }],
      ['At 1730 hours it was shot down.', { text: '1730 hours', hour: 17, minute: 30 }],
    ],
    never: ['Some 0800 numbers are free.', 'They drove 1200 hours.', 'It lasted 1500 hours.'],
  },
  {
    id: 'en.time.hour-of-part',
    starts: HOUR_STARTS,
    pattern: pattern(
      `(?:(?<hour>1[0-2]|\\d|${WORD_HOURS})(?::(?<minute>[0-5]\\d))?(?: o['’]clock)? (?:in the |at )(?<part>morning|afternoon|evening|night)|(?<clock>1[0-2]|\\d|${WORD_HOURS}) o['’]clock)(?![\\p{L}\\d])`,
      'i',
    ),
    produce: ({ hour, minute, part, clock: sharp }) => {
      const at = hourOf(hour ?? sharp!)
      const late = part !== undefined && part.toLowerCase() !== 'morning' && !(part.toLowerCase() === 'night' && (at < 5 || at === 12))
      return { type: 'TIME', hour: part === undefined ? at : noon(at, late), minute: Number(minute ?? 0) }
    },
    examples: [
      ['We leave at 4 in the morning.', { text: '4 in the morning', hour: 4 }],
      ["They ate at nine o'clock sharp.", { hour: 9 }],
    ],
    never: ['One in the crowd fell.', 'Two at nightfall'],
  },
  {
    id: 'en.time.words',
    starts: ['half', 'quarter', 'a', ...MINUTE_WORDS.keys(), '<number>'],
    afterArticle: ['quarter'],
    pattern: pattern(
      `(?:(?<half>half past)|(?:a )?(?<quarter>quarter) (?<way>past|to)|(?<minutes>five|ten|twenty|twenty-five|5|10|20|25)(?: minutes)? (?<by>past|to)) (?<hour>1[0-2]|\\d|${WORD_HOURS})(?: (?:in the |at )(?<part>morning|afternoon|evening|night))?(?![\\p{L}\\d-]|:\\d| (?:million|billion|percent|per|minutes|hours|days|weeks|months|years|points|people|men)\\b)`,
      'i',
    ),
    produce: ({ half, quarter, way, minutes, by, hour, part }, { doc, start }) => {
      if ((way ?? by) !== undefined && !/\b(?:at|until|before|after) $/i.test(doc.text.slice(Math.max(0, start - 7), start))) return null
      const past = half ? 30 : quarter ? 15 : (MINUTE_WORDS.get(minutes!.toLowerCase()) ?? Number(minutes))
      const to = /^to$/i.test(way ?? by ?? '')
      const named = part === undefined ? hourOf(hour!) : noon(hourOf(hour!), !/^morning$/i.test(part))
      const at = named * 60 + (to ? -past : past)
      return { type: 'TIME', hour: Math.floor(at / 60), minute: at % 60 }
    },
    examples: [
      ['He left at half past three.', { text: 'half past three', hour: 3, minute: 30 }],
      ['It went off at a quarter to nine.', { text: 'a quarter to nine', hour: 8, minute: 45 }],
      ['They met at ten past six in the evening.', { hour: 18, minute: 10 }],
    ],
    never: ['A quarter to five percent', 'They cut it by five to ten points.', 'It rose from five to ten.'],
  },
  {
    id: 'en.time.noon',
    starts: ['noon', 'midnight', 'midday', 'mid'],
    pattern: pattern(`(?<word>noon|midnight|midday)(?: ${OFFSET})?(?![\\p{L}\\d])`, 'i'),
    produce: ({ word, ...named }, site) => {
      const { doc, start } = site
      const before = doc.text.slice(Math.max(0, start - 5), start)
      if (/\bhigh $/i.test(before) || (/^\p{Lu}/u.test(word!) && /\p{L} $/u.test(before))) return null // `High Noon`
      return { type: 'TIME', hour: word!.toLowerCase() === 'midnight' ? 24 : 12, minute: 0, ...zoneOf(named, site) }
    },
    examples: [['It ends at noon in Rome.', { hour: 12 }]],
    never: ['An afternoon', 'At noontide'],
  },
  {
    id: 'en.time.part',
    starts: ['the', 'overnight', 'tonight'],
    afterArticle: [...partOf.keys(), 'early', 'late', 'mid'],
    pattern: pattern(`(?:(?<word>tonight|overnight)|the (?:(?<when>early|late|mid)[ -])?(?<part>${PART}))(?![\\p{L}\\d])`, 'i'),
    produce: ({ word, when, part }, { doc, start, end }) => {
      if (word !== undefined)
        return word.toLowerCase() === 'tonight'
          ? { type: 'TIME', part: 'NI', step: { grain: 'day', count: 0, from: 'publication' } }
          : { type: 'TIME', part: 'NI', step: { grain: 'day', count: 0, from: 'text' } }
      const before = doc.text.slice(Math.max(0, start - 12), start)
      if (
        !/\b(?:in|during|until|through|throughout|by|into|for|later in|over|of|early in|late in|on) $/i.test(before) ||
        /^ of (?!(?:the|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))/i.test(
          doc.text.slice(end, end + 8),
        )
      )
        return null
      const mod = when === undefined ? {} : { mod: MODS[when.toLowerCase() as 'early'] }
      return { type: 'TIME', part: partOf.get(part!.toLowerCase())!, ...mod, step: { grain: 'day', count: 0, from: 'text' } }
    },
    examples: [
      ['He works in the morning.', { text: 'the morning', part: 'MO' }],
      ['He left in the early morning of April 3.', { text: 'the early morning', mod: 'START' }],
    ],
    never: ['He won the morning race.', 'The evening gown'],
  },
  {
    id: 'en.time.sun',
    starts: [...sunOf.keys()],
    pattern: pattern(`(?<sun>${SUN})(?![\\p{L}\\d-])`),
    produce: ({ sun }, { doc, start, end }) =>
      /\b(?:[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|[Tt]ill|[Aa]round|[Tt]o|[Ff]rom|just before|just after) $/.test(
        doc.text.slice(Math.max(0, start - 12), start),
      ) && !/^ (?:of (?!\d|the \d|\p{Lu})|\p{Ll}+(?:ed|ing)\b)/u.test(doc.text.slice(end, end + 14))
        ? { type: 'TIME', part: sunOf.get(sun!)!, step: { grain: 'day', count: 0, from: 'text' } }
        : null,
    examples: [['At dawn the ships sailed.', { text: 'dawn', part: 'MO' }]],
    never: ['The dawn of a new age', 'At the dawn of time', 'By Dawn Wells', 'From dawn of time'],
  },
  {
    id: 'en.time.early-hours',
    starts: ['the'],
    afterArticle: ['early', 'small'],
    pattern: pattern(`the (?<when>early|small) (?:morning )?hours${STOP}`, 'i'),
    produce: () => ({ type: 'TIME', part: 'MO', mod: 'START', step: { grain: 'day', count: 0, from: 'text' } }),
    examples: [['It began in the early hours of Friday.', { text: 'the early hours', part: 'MO' }]],
    never: ['The early hourglass', 'the first hours'],
  },
  {
    id: 'en.time.bare-part',
    starts: [...partOf.keys()],
    pattern: pattern(`(?<part>${PART})(?![\\p{L}\\d])`, 'i'),
    produce: ({ part }, { doc, start, text }) => {
      const before = doc.text.slice(Math.max(0, start - 12), start)
      if (!/\b(?:by|until|since|before|at|till|mid|through) ?-?$/i.test(before) || /^\p{Lu}/u.test(text)) return null
      return { type: 'TIME', part: partOf.get(part!.toLowerCase())!, step: { grain: 'day', count: 0, from: 'text' } }
    },
    examples: [['By evening they had left.', { text: 'evening', part: 'EV' }]],
    never: ['A morning run', 'The night watch'],
  },
]
