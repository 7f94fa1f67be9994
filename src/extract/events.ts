import type { Stage } from '../document/document.js'
import type { Event } from '../document/layers.js'
import { isEventNoun, isStative } from '../lang/en/event-words.js'
import { REPORTING_VERBS } from '../lang/en/reporting.js'
import { nominalEvent } from './events/nominal.js'
import { verbalEvent } from './events/verbal.js'

/** Marks what happened, happens or will: verbs with somebody who acts, and event nouns that have a time or a place. */
export const events: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote', 'event'> = {
  adds: 'event',
  run: (doc) => {
    const { grammar, sentence } = doc.layers
    const found: Event[] = []
    for (const { firstToken, endToken } of sentence) {
      const range = { first: firstToken, end: endToken }
      const named = new Set<number>()
      for (let i = firstToken; i < endToken; i++) {
        const lemma = grammar.lemma(i)
        if (grammar.upos(i) !== 'VERB' || isStative(lemma) || REPORTING_VERBS.has(lemma)) continue
        const event = verbalEvent(doc, i, range)
        if (!event) continue
        found.push(event)
        named.add(doc.layers.token.at(event.trigger.start))
      }
      for (let i = firstToken; i < endToken; i++) {
        if (grammar.upos(i) !== 'NOUN' || named.has(i) || !isEventNoun(grammar.lemma(i))) continue
        const event = nominalEvent(doc, i, range)
        if (event) found.push(event)
      }
    }
    return found.sort((a, b) => a.start - b.start || a.trigger.start - b.trigger.start)
  },
}
