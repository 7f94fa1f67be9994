import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Words that were indexed, so small as they can be kept: they are read only to take them out of the index again. */
export const packWords = (words: unknown): Uint8Array => deflateRawSync(JSON.stringify(words))

/** What `packWords` packed. */
export const unpackWords = <Words>(bytes: Uint8Array): Words => JSON.parse(inflateRawSync(bytes).toString()) as Words
