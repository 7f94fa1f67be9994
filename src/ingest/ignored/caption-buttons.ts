import type { Span } from '../../document/span.js'
import type { Line } from './lines.js'

/** `Facebook Twitter Pinterest The bridge in 1950.`: buttons that stood on a picture. */
const BUTTONS = /^(?:(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Reddit) ){3,6}(?=[\p{L}\p{N}“"‘'])/u

/** The buttons before a caption; null where there are none. */
export function captionButtons({ start, text }: Line): Span | null {
  const buttons = BUTTONS.exec(text)
  return buttons && { start, end: start + buttons[0].length - 1 }
}
