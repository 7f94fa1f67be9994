/** What a submission can fail with at ingest; `code` is a key of the table of problems. */
export class IngestError extends Error {
  constructor(
    readonly code: 'no_main_content' | 'body_too_large',
    detail: string,
  ) {
    super(detail)
    this.name = 'IngestError'
  }
}
