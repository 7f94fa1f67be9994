import { namesOf, type NoiseRule } from './rule.js'
import { NOISE } from './rules.js'

/** The page itself, and what cannot hold a block. */
const NEVER: ReadonlySet<string> = new Set(['html', 'head', 'body', 'main', 'meta', 'link', 'script', 'title', 'h1'])

/** The rule by which an element is not the article; undefined where its tag says nothing against it. */
export function noiseRule(name: string, attributes: ReadonlyMap<string, string>): NoiseRule | undefined {
  if (NEVER.has(name)) return undefined
  const names = attributes.size === 0 ? '' : namesOf((attribute) => attributes.get(attribute))
  return NOISE.find((rule) => {
    if (rule.names?.has(name)) return true
    if (names !== '' && rule.named?.test(names)) return true
    const value = rule.attribute && attributes.get(rule.attribute[0])
    return value !== undefined && rule.attribute![1].test(value.slice(0, 100).trim())
  })
}
