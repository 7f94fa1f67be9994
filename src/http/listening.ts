import { BadSetting, type Settings } from '../settings.js'

/** Why a server cannot listen, by the code of the system's error. */
const REASONS: Readonly<Record<string, (settings: Pick<Settings, 'HOST' | 'PORT'>) => string>> = {
  EADDRINUSE: ({ HOST, PORT }) =>
    `PORT is ${PORT}, and another process listens there on ${HOST}; choose another port, or 0 for a free one.`,
  EACCES: ({ PORT }) => `PORT is ${PORT}, which this user may not listen on; choose one from 1024 on.`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST is ${HOST}, which is no address of this machine.`,
  EAFNOSUPPORT: ({ HOST }) => `HOST is ${HOST}, and this machine has no addresses of this kind.`,
  EINVAL: ({ HOST }) => `HOST is ${HOST}, which nobody can listen on.`,
  ENOTFOUND: ({ HOST }) => `HOST is ${HOST}, and no machine of this name is known.`,
  EAI_AGAIN: ({ HOST }) => `HOST is ${HOST}, and no machine of this name is known.`,
}

/** A failure to listen as a sentence that names the setting; any other error as it is. */
export function listeningRefused(error: unknown, settings: Pick<Settings, 'HOST' | 'PORT'>): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException | null)?.code ?? '']
  return reason ? new BadSetting(reason(settings)) : error
}
