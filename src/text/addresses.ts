const URL = /(?:https?:\/\/|www\.)[^\s<>"“”{}|\\^`]{1,2000}/iy
const EMAIL = /[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/y
const DOMAIN =
  /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|edu|gov|mil|int|info|io|tv|co|uk|eu|ru|cn|kp|kr|jp|de|fr|au|ca|in|htm|html|pdf|doc|xls|txt)(?:\/[^\s<>"“”]{0,2000})?(?![A-Za-z0-9])/y
const TRAILING = /[.,;:!?'"’”)\]]$/

/** Most marks that are taken from the end of an address; more are part of it. */
const LONGEST_TAIL = 8

/** Where the URL, e-mail address or host name that starts at `from` ends; `from` where there is none. */
export function addressEnd(text: string, from: number, to: number): number {
  for (const pattern of [URL, EMAIL, DOMAIN]) {
    pattern.lastIndex = from
    if (!pattern.test(text)) continue
    let end = Math.min(pattern.lastIndex, to)
    for (let cut = 0; cut < LONGEST_TAIL && end > from && TRAILING.test(text.charAt(end - 1)) && !closesOwn(text, from, end); cut++) end--
    return end
  }
  return from
}

/** A closing bracket belongs to an address that opened it: `wiki/Mercury_(planet)`. */
const closesOwn = (text: string, from: number, end: number): boolean => {
  let open = 0
  for (let at = from; at < end; at++) open += text.charAt(at) === '(' ? 1 : text.charAt(at) === ')' ? -1 : 0
  return text.charAt(end - 1) === ')' && open >= 0
}

const AT = 64
const STOP = 46
const SLASH = 47

/**
 * The end of the stretch without white space that starts at `from` (or where `width` characters have been looked at), and
 * whether an address may be in it: the patterns above are tried only there.
 */
export function mayHoldAddress(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === AT) return true
    if (code === STOP && at + 1 < end && /[a-z]/i.test(text.charAt(at + 1))) return true
    if (code === SLASH && text.charCodeAt(at + 1) === SLASH) return true
  }
  return false
}
