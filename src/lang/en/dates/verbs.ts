import { readTsv } from '../tsv.js'

/** Auxiliaries that put their verb after the publication. */
export const MODAL: ReadonlySet<string> = new Set(['will', "'ll", '’ll', 'shall', 'wo', 'going', 'would'])
/** Words whose complement is still to come: `scheduled`, `expects`, `due`. */
export const PLANNED: ReadonlySet<string> = new Set(readTsv('time-plans').map(([word]) => word!))
