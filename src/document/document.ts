import { overlap, type Span } from './span.js'
import { SPANS, type Ignored, type LayerName, type Layers } from './layers.js'

/** What is known of an article besides its text. */
export interface Context {
  /** RFC 3339 with offset, or a date alone (`2019-04-23`): the anchor of relative dates. */
  readonly publishedAt: string | null
  /** IANA zone in which the day of `publishedAt` is taken; its own offset where null. */
  readonly timezone: string | null
  /** BCP 47 primary subtag: `en`. */
  readonly language: string
  /** ISO 3166-1 alpha-2 of the publisher, where known: decides ambiguous dollars and day/month order. */
  readonly country: string | null
  /** Context for names and dates; nothing is extracted from it. */
  readonly title: string | null
  readonly publisher: string | null
  /** Disjoint, in text order. */
  readonly ignored: readonly Ignored[]
}

const NOTHING_KNOWN: Context = {
  publishedAt: null,
  timezone: null,
  language: 'en',
  country: null,
  title: null,
  publisher: null,
  ignored: [],
}

/** Reads the layers it needs and returns one new layer. It can change nothing else. */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  readonly adds: Adds
  readonly run: (doc: Document<Needs>) => Layers[Adds]
}

/** Runs a stage; a benchmark hands in one that looks at its clock, which the engine itself does not have. */
export type Watch = <Layer>(stage: LayerName, run: () => Layer) => Layer

const unwatched: Watch = (_, run) => run()

/**
 * The layers with one more. All of them are named, those to come as undefined: so the layers of every document, at every stage, are objects of
 * one shape, and reading one is quick wherever it is done.
 */
function oneMore<Has extends LayerName>(layers: Partial<Layers>, name: LayerName, layer: Layers[LayerName]): Pick<Layers, Has> {
  const { token, sentence, grammar, entity, date, figure, quote, status, role, event, fact } = layers
  const all: Record<LayerName, unknown> = { token, sentence, grammar, entity, date, figure, quote, status, role, event, fact }
  all[name] = layer
  return all as Pick<Layers, Has>
}

/** One article's text and everything said about it. The text is never altered; every span points into it. */
export class Document<Has extends LayerName = never> {
  private constructor(
    readonly text: string,
    readonly context: Context,
    readonly layers: { readonly [K in Has]: Layers[K] },
    private readonly watch: Watch,
  ) {}

  static open(text: string, context: Partial<Context> = {}, watch: Watch = unwatched): Document {
    return new Document<never>(text, { ...NOTHING_KNOWN, ...context }, {}, watch)
  }

  /** A copy with one more layer: written once, and only after the layers it needs. Both are type errors otherwise. */
  with<Adds extends Exclude<LayerName, Has>>(stage: Stage<Has, Adds>): Document<Has | Adds> {
    const layer = this.watch(stage.adds, () => stage.run(this))
    this.assertCitable(stage.adds, SPANS[stage.adds](layer))
    return new Document<Has | Adds>(this.text, this.context, oneMore<Has | Adds>(this.layers, stage.adds, layer), this.watch)
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end)
  }

  private assertCitable(name: string, spans: readonly Span[]): void {
    const { ignored } = this.context
    let next = 0
    let before = 0
    for (const span of spans) {
      const { start, end } = span
      if (!(0 <= start && start < end && end <= this.text.length)) {
        throw new RangeError(`${name}: span [${start}, ${end}) is not inside the text`)
      }
      if (start < before) next = 0 // out of order: nested spans of a figure or a fact
      before = start
      while (next < ignored.length && ignored[next]!.end <= start) next++
      if (next < ignored.length && overlap(span, ignored[next]!)) {
        throw new RangeError(`${name}: span [${start}, ${end}) reaches into what is ignored`)
      }
    }
  }
}
