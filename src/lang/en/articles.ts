/** Words that open a noun phrase and say nothing themselves. */
export const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an'])
