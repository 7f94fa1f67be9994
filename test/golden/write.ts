/** `npm run golden`: writes what is found in the sample articles as their expected results, and prints what changed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { difference, expected, expectedFile, found, samples } from './golden.js'

mkdirSync(new URL('.', expectedFile('x')), { recursive: true })
for (const { name, submission } of samples) {
  const before = expected(name)
  const after = found(submission)
  const changes = before === null ? [] : difference(before, after)
  console.log(before === null ? `${name}: new` : changes.length === 0 ? `${name}: as before` : `${name}: ${changes.length} lines differ`)
  for (const line of changes) console.log(`  ${line}`)
  writeFileSync(expectedFile(name), after)
}
