import { Document, type Context, type Watch } from './document/document.js'
import type { Layers } from './document/layers.js'
import { dates } from './extract/dates.js'
import { entities } from './extract/entities.js'
import { events } from './extract/events.js'
import { facts } from './extract/facts.js'
import { figures } from './extract/figures.js'
import { quotes } from './extract/quotes.js'
import { roles } from './extract/roles.js'
import { status } from './extract/status.js'
import { grammar } from './text/grammar.js'
import { sentences } from './text/sentences.js'
import { tokens } from './text/tokens.js'

/** Every layer a reader may ask for. */
export type Analysed = Document<Exclude<keyof Layers, never>>

/** The way of an English article through the engine: each stage adds one layer and may read those before it. */
export const analyse = (text: string, context: Partial<Context>, watch?: Watch) =>
  Document.open(text, context, watch)
    .with(tokens)
    .with(sentences)
    .with(grammar)
    .with(entities)
    .with(dates)
    .with(figures)
    .with(quotes)
    .with(status)
    .with(roles)
    .with(events)
    .with(facts)

/** The way of an article in any other language: sentences, so that it can be searched and cited. */
export const segment = (text: string, context: Partial<Context>) => Document.open(text, context).with(tokens).with(sentences)
