#!/usr/bin/env node
import { run } from './run.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0) // the reader has seen enough: `attest export | head`
  throw error
})

process.exitCode = await run(process.argv.slice(2), { out: process.stdout, err: process.stderr })
