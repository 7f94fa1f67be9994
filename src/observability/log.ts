import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Standard output, written in larger pieces: a line for each request must not hold the request up. */
export const logDestination = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 500 })

/** A structured log, one JSON object a line; API keys never reach it. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['headers.authorization', 'req.headers.authorization', 'req.headers.cookie'],
  }
  return pino(options, destination)
}
