/**
 * The JavaScript file that a worker thread starts from. Threads cannot load TypeScript: where the caller runs from `src/…/x.ts`
 * (tests, `tsx`), the entry is the built file at the same place under `dist`, so `npm run build` goes first.
 * @param caller `import.meta.url` of the module that starts the thread
 * @param entry path of the entry relative to that module, ending in `.js`
 */
export function workerEntry(caller: string, entry: string): URL {
  const url = new URL(entry, caller)
  if (!caller.endsWith('.ts')) return url
  const at = url.href.lastIndexOf('/src/')
  return new URL(url.href.slice(0, at) + '/dist/' + url.href.slice(at + '/src/'.length))
}
