const words = (list: string): readonly string[] => list.split(' ')

/** Pronouns as subjects. */
const THIRD_PERSON = words('he she it they')
const PERSONAL = [...words('i you we'), ...THIRD_PERSON]
const THIRD_PERSON_OTHERS = words('him her his hers its them their')
const RELATIVE = words('who which that whom')
const DEMONSTRATIVE = words('this that these those')
const THIRD_PERSON_OWNERS = words('his her its their')
const NOBODY = words('nobody anybody')

const oneOf = (...lists: readonly (readonly string[])[]): ((word: string) => boolean) => {
  const all: ReadonlySet<string> = new Set(lists.flat())
  return (word) => all.has(word)
}

// All ask for a word in lower case.

/** `he`, `they`: one or more who were named, as a subject. */
export const isThirdPerson = oneOf(THIRD_PERSON)

/** `he`, `him`, `their`: the same in any case. */
export const speaksOfThird = oneOf(THIRD_PERSON, THIRD_PERSON_OTHERS)

/** `who`, `which`, `that`, `whom`: stands for the noun its clause describes. */
export const isRelativePronoun = oneOf(RELATIVE)

/** `his`, `their`: whose, of somebody named. */
export const isThirdPersonOwner = oneOf(THIRD_PERSON_OWNERS)

/** `his`, `our`: whose. */
export const isOwner = oneOf(THIRD_PERSON_OWNERS, words('our my your'))

/** What can begin a clause that is said: `he`, `those`, `there`, `what`. */
export const opensClause = oneOf(PERSONAL, DEMONSTRATIVE, words('there what'))

/** A source of whom a reader knows nothing: `he`, `who`, `no one`. */
export const isPronounAlone = oneOf(PERSONAL, words('who which that'), NOBODY, words('none anyone'), ['no one'])

/** A source that a summary does not name: `they`, `its`, `this`. */
export const isUnnamed = oneOf(PERSONAL, words('its their who this that which'))

/** Who says something that nobody is known to say: `you`, `those`, `some`. */
export const isAnybody = oneOf(PERSONAL, words('who which'), DEMONSTRATIVE, NOBODY, words('one people somebody everybody many some others'))
