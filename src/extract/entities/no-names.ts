import { Shape, type Tokens } from '../../document/tokens.js'

/** A capitalised word that is no name where it stands: `US $13 billion`, `the Government`. */
export const isNoName = (token: Tokens, i: number): boolean => isCurrency(token, i) || isCommon(token, i)

/** Letters in front of a sign of money. */
const isCurrency = (token: Tokens, i: number): boolean =>
  token.norm(i + 1) === '$' && token.shape[i] !== Shape.lower && token.end[i]! - token.start[i]! <= 3

/** A common noun that a house style capitalises; which body it stands for is told by `bodies`. */
const isCommon = (token: Tokens, i: number): boolean =>
  token.norm(i - 1) === 'the' && token.shape[i] === Shape.capitalised && COMMON.has(token.norm(i))

const COMMON: ReadonlySet<string> = new Set(
  'government state party kingdom ministry department corporation company republic police'.split(' '),
)
