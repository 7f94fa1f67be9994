const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|ocid|cmpid|icid|ncid|smid|smtyp|ns_mchannel|ns_source|ns_campaign|ns_linkname|at_medium|at_campaign|at_custom[0-9]|__twitter_impression|guccounter|guce_referrer|guce_referrer_sig)$/i

/**
 * An address as identity: scheme and host in lower case, without default port, trailing dot of the host, fragment, user and
 * tracking parameters. The path and the other parameters stay as they are, in their order. What is no web address stays as sent.
 */
export function normaliseUrl(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address
  const host = url.hostname.replace(/\.$/, '') + (url.port && ':' + url.port)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(decoded(pair.split('=', 1)[0]!)))
  return `${url.protocol}//${host}${url.pathname}${kept.length > 0 ? '?' + kept.join('&') : ''}`
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
