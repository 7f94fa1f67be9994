import type { Clause } from './clause.js'
import type { Fault } from './fault.js'
import { CLAUSE_FAULTS } from './faults/clause.js'
import { ENDING_FAULTS } from './faults/ending.js'
import { MEANING_FAULTS } from './faults/meaning.js'
import { OPENING_FAULTS } from './faults/opening.js'
import { HIMSELF, SPEAKER_FAULTS } from './faults/speaker.js'
import { SUBJECT_FAULTS } from './faults/subject.js'
import { TANGLE_FAULTS } from './faults/tangle.js'
import { TREE_FAULTS } from './faults/tree.js'
import type { Spoken } from './spoken.js'

/** The faults of a clause in the order in which they are asked, before its words are looked for: those after the first may rely on a subject. */
export const FAULTS_OF_CLAUSE: readonly Fault<Clause>[] = [...SUBJECT_FAULTS, ...CLAUSE_FAULTS, ...TREE_FAULTS, ...SPEAKER_FAULTS]

/** The faults of its words, likewise: those after the first may rely on a word. */
export const FAULTS_OF_WORDS: readonly Fault<Spoken>[] = [...OPENING_FAULTS, ...ENDING_FAULTS, ...TANGLE_FAULTS, ...MEANING_FAULTS, HIMSELF]
