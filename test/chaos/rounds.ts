import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBuilt } from '../crash/server.js'
import { random } from './articles.js'
import { check, Ledger } from './ledger.js'
import { loadUntil } from './load.js'

export interface Rounds {
  readonly rounds: number
  readonly seed: number
  readonly say: (line: string) => void
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** So many acknowledgements a round, at least, and at most as many more; how many is drawn. */
const FEWEST = 20
const MORE = 60
/** So many requests are refused before there is room again. */
const REFUSED = 10
const FILE_SYSTEM = '192m'
const POLL = 5

/** Kills a service under load so many times; what it acknowledged is compared after each. */
export async function kills({ rounds, seed, say }: Rounds): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-chaos-'))
  try {
    return await killsIn(folder, rounds, random(seed), say)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function killsIn(folder: string, rounds: number, draw: () => number, say: Rounds['say']): Promise<Ledger> {
  const database = join(folder, 'chaos.db')
  const ledger = new Ledger()
  let n = 0
  for (let round = 1; round <= rounds; round++) {
    const server = await startBuilt(database)
    const stop = new AbortController()
    const load = loadUntil({ url: server.url, database, ledger, random: draw, next: () => n++ }, stop.signal)
    await acknowledgements(ledger, draw)
    const killed = server.kill('SIGKILL')
    stop.abort()
    await Promise.all([killed, load])
    await checkAgain(database, ledger)
    say(`kill ${round} of ${rounds}: ${told(ledger)}`)
  }
  return ledger
}

/** Fills the disk under a service so many times, every second time with a kill while it is full; there must be room again for it to go on. */
export async function fullDisks({ rounds, seed, say }: Rounds): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${FILE_SYSTEM}`, 'tmpfs', folder])
  try {
    return await fullDisksIn(folder, rounds, random(seed), say)
  } finally {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fullDisksIn(folder: string, rounds: number, draw: () => number, say: Rounds['say']): Promise<Ledger> {
  const ledger = new Ledger()
  let n = 0
  let server = await startBuilt(join(folder, 'chaos.db'), { LOG_LEVEL: 'silent' })
  const database = join(folder, 'chaos.db')
  for (let round = 1; round <= rounds; round++) {
    const stop = new AbortController()
    const load = loadUntil({ url: server.url, database, ledger, random: draw, next: () => n++ }, stop.signal)
    await acknowledgements(ledger, draw)
    fill(join(folder, 'filler'))
    for (const before = ledger.refused; ledger.refused < before + REFUSED;) await wait(POLL)
    const refused = await fetch(`${server.url}/readyz`)
    if (refused.status !== 503) ledger.fault(`/readyz is ${refused.status} on a full disk`)
    if (round % 2 === 0) await server.kill('SIGKILL')
    stop.abort()
    await load
    rmSync(join(folder, 'filler'))
    if (round % 2 === 0) server = await startBuilt(database, { LOG_LEVEL: 'silent' })
    while ((await fetch(`${server.url}/readyz`)).status !== 200) await wait(50)
    await check(server.url, database, ledger)
    say(`full disk ${round} of ${rounds}: ${told(ledger)}`)
    await makeRoom(server.url, ledger)
  }
  const code = await server.kill('SIGTERM')
  if (code !== 0) ledger.fault(`SIGTERM ended with ${code}`)
  return ledger
}

/** Writes until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 1024 ** 2; size >= 1; size = Math.floor(size / 4)) while (writes(file, size));
  } finally {
    closeSync(file)
  }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size
  } catch {
    return false
  }
}

/** The file system is small: most of what is stored goes again, before it fills itself. */
async function makeRoom(url: string, ledger: Ledger): Promise<void> {
  for (const id of [...ledger.stored.keys()].slice(100)) {
    const { status } = await fetch(`${url}/v1/articles/${id}`, { method: 'DELETE' })
    if (status !== 204) ledger.fault(`DELETE ${id}: ${status}`)
    ledger.stored.delete(id)
    ledger.deleted.add(id)
  }
}

async function acknowledgements(ledger: Ledger, draw: () => number): Promise<void> {
  const enough = ledger.acknowledged + FEWEST + draw() * MORE
  while (ledger.acknowledged < enough) await wait(POLL)
}

async function checkAgain(database: string, ledger: Ledger): Promise<void> {
  const server = await startBuilt(database)
  await check(server.url, database, ledger)
  const code = await server.kill('SIGTERM')
  if (code !== 0) ledger.fault(`SIGTERM ended with ${code}`)
}

const told = ({ stored, deleted, faults }: Ledger): string =>
  `${stored.size} articles stored, ${deleted.size} deleted, ${faults.length} faults`
