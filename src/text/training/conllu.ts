/** A sentence of a treebank, as columns; heads are indexes into it, -1 for the root. */
export interface Tree {
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  /** Its text as written. */
  readonly text: string
  /** What opens before it. */
  readonly opens: 'document' | 'paragraph' | 'sentence'
}

/** Reads CoNLL-U: words only, no empty nodes. */
export function readConllu(source: string): Tree[] {
  return source
    .split(/\r?\n\r?\n/)
    .filter((block) => block.trim() !== '')
    .map(treeOf)
}

function treeOf(block: string): Tree {
  const lines = block.split(/\r?\n/)
  const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
  const column = (at: number): string[] => rows.map((row) => row[at]!)
  return {
    forms: column(1),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => Number(head) - 1),
    relations: column(7),
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? '',
    opens: /^# newdoc/m.test(block) ? 'document' : /^# newpar/m.test(block) ? 'paragraph' : 'sentence',
  }
}
