import type { Stage } from '../document/document.js'
import type { Event } from '../document/layers.js'
import { shallow } from '../document/span.js'
import { isEventNoun } from '../lang/en/event-words.js'
import { MOST_AT_ONCE } from './bounds.js'
import { nominalEvent } from './events/nominal.js'
import { Times } from './events/times.js'
import { verbalEvent } from './events/verbal.js'

/** Marks what happened, happens or will: verbs with somebody named who takes part, and event nouns that say when or between whom. */
export const events: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote', 'event'> = {
  adds: 'event',
  run: (doc) => {
    const { grammar, sentence, token } = doc.layers
    const times = new Times(doc)
    const found: Event[] = []
    const cues = new Set(doc.layers.quote.flatMap(({ cue, kind }) => (cue === null || kind === 'stance' ? [] : [token.at(cue.start)])))
    for (const { firstToken, endToken } of sentence) {
      if (isQuestion(token.norm(endToken - 1))) continue
      for (let i = firstToken; i < endToken; i++) {
        const tag = grammar.upos(i)
        const event =
          tag === 'VERB'
            ? verbalEvent(doc, i, times, cues.has(i))
            : tag === 'NOUN' && isEventNoun(grammar.lemma(i))
              ? nominalEvent(doc, i, times)
              : null
        if (event) found.push(event)
      }
    }
    return shallow(
      found.sort((a, b) => a.start - b.start || a.trigger.start - b.trigger.start),
      MOST_AT_ONCE,
      (event) => event,
    )
  },
}

const isQuestion = (last: string): boolean => last === '?'
