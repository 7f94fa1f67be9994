import { readFileSync } from 'node:fs'
import { samples } from '../http/service.js'
import { makeBytes } from './bytes.js'
import { faultsOfAnswer, judgeBytes } from './judge.js'
import { createRandom } from './random.js'
import { makeRequest, type FuzzRequest, type Known } from './requests.js'
import { createAgent, send, sendBytes } from './send.js'

export interface FuzzOptions {
  readonly url: string
  /** Process of the service, whose memory is watched. */
  readonly pid: number
  readonly requests: number
  readonly seed: number
  /** How long an answer may take, in milliseconds. */
  readonly patience: number
}

export interface FuzzReport {
  readonly statuses: Readonly<Record<string, number>>
  readonly slowest: readonly { readonly ms: number; readonly request: string }[]
  /** The most resident memory in MB, in each tenth of the run. */
  readonly memory: readonly number[]
  readonly faults: readonly string[]
}

const UNDER_WAY = 8
/** Share of requests that go as bytes over a connection of their own. */
const RAW = 0.05

const residentMegabytes = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

const told = ({ method, path, headers, body }: FuzzRequest): string => JSON.stringify({ method, path, headers, body }).slice(0, 2000)

/** Adds the samples, so that some requests find something; their ids. */
async function prepare(url: string): Promise<Known> {
  const get = async (path: string): Promise<string[]> =>
    ((await (await fetch(url + path)).json()) as { items: { id: string }[] }).items.map(({ id }) => id)
  const post = async (body: object, headers: Record<string, string> = {}): Promise<string> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
    return ((await (await fetch(`${url}/v1/articles`, init)).json()) as { id: string }).id
  }
  for (const sample of samples()) await post(sample)
  const doomed = await post({ text: 'Some 300 people met in Oslo on Monday, the ministry said.', url: 'https://doomed.example/1' })
  const job = await post(samples()[0]!, { prefer: 'respond-async' })
  return {
    art: await get('/v1/articles'),
    fct: await get('/v1/facts?limit=40'),
    ent: await get('/v1/entities?limit=40'),
    job: [job],
    doomed: [doomed],
  }
}

/** Sends requests that the seed makes to a service, and gathers what is wrong with the answers. */
export async function fuzz({ url, pid, requests, seed, patience }: FuzzOptions): Promise<FuzzReport> {
  const known = await prepare(url)
  const agent = createAgent()
  const at = new URL(url)
  const statuses: Record<string, number> = {}
  const faults: string[] = []
  let slowest: { ms: number; request: string }[] = []
  const memory = Array.from({ length: 10 }, () => 0)
  let next = 0

  const count = (status: number | string): void => void (statuses[status] = (statuses[status] ?? 0) + 1)

  async function one(number: number): Promise<void> {
    const random = createRandom(seed, number)
    const asked = makeRequest(known, random)
    const startedAt = performance.now()
    const found = random.chance(RAW) ? await asBytes(makeBytes(asked, random)) : await asRequest(asked)
    faults.push(...found.map((fault) => `request ${number}: ${fault}\n  ${told(asked)}`))
    const ms = Math.round(performance.now() - startedAt)
    if (slowest.length < 5 || ms > slowest.at(-1)!.ms)
      slowest = [...slowest, { ms, request: told(asked).slice(0, 200) }].sort((a, b) => b.ms - a.ms).slice(0, 5)
  }

  async function asRequest(asked: FuzzRequest): Promise<readonly string[]> {
    try {
      const answer = await send(at, asked, agent, patience)
      count(answer.status)
      return faultsOfAnswer(asked, answer)
    } catch (error) {
      count('broken')
      return [(error as Error).message]
    }
  }

  async function asBytes(bytes: Buffer): Promise<readonly string[]> {
    try {
      const judged = judgeBytes(await sendBytes(at, bytes, patience))
      judged.statuses.forEach(count)
      return judged.faults
    } catch (error) {
      count('open')
      return [`${(error as Error).message}: ${bytes.toString('latin1').slice(0, 500)}`]
    }
  }

  async function worker(): Promise<void> {
    while (next < requests && faults.length < 20) {
      const number = next++
      await one(number)
      if (number % 200 !== 0) continue
      const tenth = Math.floor((number / requests) * memory.length)
      memory[tenth] = Math.max(memory[tenth]!, residentMegabytes(pid))
    }
  }

  await Promise.all(Array.from({ length: UNDER_WAY }, worker))
  agent.destroy()
  return { statuses, slowest, memory, faults }
}
