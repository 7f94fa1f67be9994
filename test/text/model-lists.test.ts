import { expect, test } from 'vitest'
import { NAME_FEATURES } from '../../src/extract/entities/name-features.js'
import { englishNetwork, englishSparseTable } from '../../src/lang/en/model-file.js'
import { listsHash } from '../../src/lang/en/model-lists.js'
import { PARSE_FEATURES } from '../../src/text/parse-features.js'
import { TAG_FEATURES } from '../../src/text/tag-roles.js'

const MODELS = [
  englishNetwork('tags', TAG_FEATURES),
  englishSparseTable('lexicon', TAG_FEATURES),
  englishNetwork('parse', PARSE_FEATURES),
  englishSparseTable('names', NAME_FEATURES),
]

test.each(MODELS.map(({ card }) => [card.task, card.lists] as const))(
  '%s were trained with the word lists of data/en as they are',
  (_, lists) => {
    expect(lists).toBe(listsHash())
  },
)
