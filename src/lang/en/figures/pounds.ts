import type { Site } from '../../../rules/rule.js'
import type { FigureNeeds } from './quantity.js'

const WEIGHT = /\b(?:weigh\w*|weight|heavy|heavier|lighter|mass|pounders?|lift\w*|ounces?|body|diet)\b/i
const MONEY =
  /[£€$]|\b(?:cost\w*|pric\w*|pa(?:y|id|ys|ying|yments?)|worth|fine[ds]?|salar\w*|wages?|budget\w*|sterling|s[oe]ll\w*|sold|b(?:uy|ought)\w*|spen[dt]\w*|fund\w*|invest\w*|earn\w*|debts?|loans?|bank\w*|profits?|revenues?|deals?|tax\w*)\b/i

/** Whether `pounds` is money here: by a weight or money word in the sentence, a large scale, then the country of the article. */
export function poundsAreMoney(site: Site<FigureNeeds>, scale: number): boolean {
  const { doc } = site
  const { start, end } = doc.layers.sentence[site.sentence]!
  if (/^\s+of\s+\p{Ll}/u.test(doc.text.slice(site.end, site.end + 8))) return false
  const near = doc.text.slice(Math.max(start, site.start - 160), Math.min(end, site.end + 160))
  if (WEIGHT.test(near)) return false
  return scale >= 1e6 || MONEY.test(near) || doc.context.country === 'GB'
}
