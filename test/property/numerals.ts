const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
] as const

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in words, British (`and`) or American. */
export function inWords(n: number, and = false): string {
  if (n < 20) return UNITS[n]!
  if (n < 100) return TENS[Math.floor(n / 10)]! + (n % 10 ? `-${UNITS[n % 10]!}` : '')
  if (n < 1000) return `${UNITS[Math.floor(n / 100)]!} hundred${n % 100 ? `${and ? ' and' : ''} ${inWords(n % 100)}` : ''}`
  const [size, name] = SCALES.find(([scale]) => n >= scale)!
  const rest = n % size
  return `${inWords(Math.floor(n / size), and)} ${name}${rest ? ` ${and && rest < 100 ? 'and ' : ''}${inWords(rest, and)}` : ''}`
}

/** Every way in which the reader may meet a whole number below a trillion. */
export function numerals(n: number): string[] {
  const forms = [String(n), n.toLocaleString('en-US'), inWords(n), inWords(n, true)]
  if (n >= 1e5) forms.push(n.toLocaleString('en-IN'))
  for (const [size, name] of SCALES) if (n >= size && (n / size) * 1e6 === Math.round((n / size) * 1e6)) forms.push(`${n / size} ${name}`)
  return forms
}
