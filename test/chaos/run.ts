/** `npm run chaos`: kills a service and fills its disk, again and again, and looks whether something that it acknowledged is lost. */
import { parseArgs } from 'node:util'
import { fullDisks, kills } from './rounds.js'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, full: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
})
const seed = Number(values.seed)
const say = (line: string): void => console.log(line)
const faults: string[] = []

console.log(`seed ${seed}`)
faults.push(...(await kills({ rounds: Number(values.kills), seed, say })).faults)
if (Number(values.full) > 0 && process.getuid?.() !== 0) console.log('full disks are LEFT OUT: mounting a small file system needs root')
else if (Number(values.full) > 0) faults.push(...(await fullDisks({ rounds: Number(values.full), seed, say })).faults)
for (const fault of faults) console.log(`FAULT: ${fault}`)
console.log(faults.length === 0 ? 'nothing acknowledged was lost' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
