import { namesOf, type NoiseRule } from './rule.js'
import { NOISE } from './rules.js'

/** What no rule for the value of an attribute matches. */
const NONE = '\n'

/** The page itself, and what cannot hold a block. */
const NEVER: ReadonlySet<string> = new Set(['html', 'head', 'body', 'main', 'meta', 'link', 'script', 'title', 'h1'])

/** The rule by which an element is not the article; undefined where its tag says nothing against it. */
export function noiseRule(name: string, attributes: ReadonlyMap<string, string>): NoiseRule | undefined {
  if (NEVER.has(name)) return undefined
  // the makers of a page name elements of their own, too: `<fbs-ad>`
  const own = name.includes('-') ? `|${name.replaceAll('-', ' ')}|` : ''
  const names = own + (attributes.size === 0 ? '' : namesOf((attribute) => attributes.get(attribute)))
  return NOISE.find((rule) => {
    if (rule.names?.has(name)) return true
    if (names !== '' && rule.named?.test(names)) return true
    return rule.attributes?.some(([attribute, value]) => value.test(attributes.get(attribute)?.slice(0, 100).trim() ?? NONE))
  })
}
