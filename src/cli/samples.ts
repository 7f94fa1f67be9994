import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../data/samples/', import.meta.url))

/** The id of the job of the demo, of which the examples of the OpenAPI document speak. */
export const DEMO_JOB = 'job_5f1c0a9e7d3b42816a0c'

/** A request to `POST /v1/articles`. */
export interface SampleRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The samples by name; the last one is read as a job, so that there is one to look at. */
export function sampleRequests(): SampleRequest[] {
  const names = readdirSync(FOLDER).filter((name) => /\.(json|html)$/.test(name))
  return names.sort().map((name, i) => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    const headers = { 'content-type': 'application/json', ...(i === names.length - 1 && { prefer: 'respond-async' }) }
    return { headers, body: name.endsWith('.html') ? JSON.stringify({ html: text }) : text }
  })
}
