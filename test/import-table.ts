/**
 * Which folder of `src` may import which; a folder may always import itself. Files directly in `src` are named like folders.
 * The one place where the table of the architecture lives; `architecture.test.ts` reads it.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  document: [],
  observability: [],
  learn: [],
  rules: ['document'],
  lang: ['document', 'rules', 'learn'],
  text: ['document', 'lang', 'learn'],
  extract: ['document', 'rules', 'lang', 'text', 'learn'], // names are found by a model
  ingest: ['document'],
  resolve: ['document'],
  analyse: ['document', 'text', 'extract'],
  store: ['document', 'ingest', 'observability'], // ingest/meta.ts: what an article is told to be is one type from the request to the row
  'extractor-version': [], // apart from analyse: who asks for the version does not load the engine
  archive: ['document', 'ingest', 'analyse', 'extractor-version', 'resolve', 'store', 'observability', 'lang', 'learn'], // its threads share one copy of the models
  query: ['document', 'lang', 'store'], // what is asked for, in words of the store
  http: ['document', 'analyse', 'ingest', 'archive', 'resolve', 'store', 'settings', 'observability', 'query'],
  cli: [
    'document',
    'learn',
    'text',
    'extract',
    'analyse',
    'extractor-version',
    'ingest',
    'archive',
    'resolve',
    'store',
    'settings',
    'http',
    'observability',
    'main',
  ],
  settings: [],
  main: ['settings', 'extractor-version', 'store', 'archive', 'http', 'analyse', 'observability'],
}

/** Folders of `store` that hold adapters: `main` alone chooses one. */
export const ADAPTERS: readonly string[] = ['store/sqlite', 'store/postgres']
