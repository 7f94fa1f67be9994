/** Hyphens and dashes of every length join the parts of a name as a space does: `Jong-un`, `Jong‐un`. */
const JOINTS = /[\s\u2010-\u2015\u2212-]+/gu
const APOSTROPHES = /[\u2018\u2019\u02bc\u02bb]/gu
/** Accents, and soft hyphens and other characters that are not seen. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu

/** Letters that Unicode does not decompose, as English newspapers write them. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}
const UNDECOMPOSED_LETTER = /[øđðłßæœþıħ]/gu

/** A name without what differs between newspapers: case, accents, hyphens, full stops. `Kim Jong-un` is `kim jong un`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter]!)
    .replace(APOSTROPHES, "'")
    .replace(/\./gu, '')
    .replace(JOINTS, ' ')
    .trim()
}
