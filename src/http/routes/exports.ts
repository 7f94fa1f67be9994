import { Readable } from 'node:stream'
import { EXPORT_FORMATS, factStream, started, type ExportFormat } from '../formats/facts.js'
import { operation } from '../operation.js'
import { exportedFacts, exportQuerySchema } from '../schemas/fact-query.js'

const TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonld: 'application/ld+json',
}
const BYTE_ORDER_MARK = '\uFEFF'

async function* marked(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  yield* pieces
}

export const exportFacts = operation({
  method: 'GET',
  path: '/v1/exports/facts',
  operationId: 'exportFacts',
  summary: 'Export facts as a file',
  description:
    'All current facts that fit the filters of `/v1/facts`, streamed as one file however many there are. CSV has the columns of the contract first, then everything ' +
    'else that a fact holds; the quote is that of its first place.',
  tag: 'Facts',
  scope: 'read',
  query: exportQuerySchema,
  answers: {
    200: {
      description: 'The file.',
      types: Object.fromEntries(EXPORT_FORMATS.map((format) => [TYPES[format].split(';')[0]!, 'text'])),
      headers: { 'Content-Disposition': 'The name of the file.', 'Offset-Unit': 'What offsets count.' },
    },
  },
  problems: [],
  handle: async ({ query }, { store }) => {
    const { format, bom, offsetUnit: unit } = query
    const pieces = await started(factStream(store, exportedFacts(query), { format, unit }))
    const body = Readable.from(bom ? marked(pieces) : pieces, { objectMode: true, highWaterMark: 1 })
    const headers = { 'content-disposition': `attachment; filename="facts.${format}"`, 'offset-unit': unit }
    return { status: 200, headers, type: TYPES[format], body }
  },
})
