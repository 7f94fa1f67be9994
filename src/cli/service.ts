import type { Service } from '../main.js'
import { BadSetting, readSettings, type Settings } from '../settings.js'
import { Failure } from './failure.js'

/** The settings of the environment. Raises `Failure` with the sentence that names the bad one. */
export function settingsOf(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  try {
    return readSettings(env)
  } catch (error) {
    throw error instanceof BadSetting ? new Failure(error.message, 2) : error
  }
}

/** The service without its HTTP side, for as long as `work` takes. Its log is silent: standard output is for results. */
export async function withService<Result>(
  work: (service: Service) => Promise<Result>,
  settings: Settings = settingsOf({ ...process.env, LOG_LEVEL: 'silent' }),
): Promise<Result> {
  const { compose } = await import('../main.js') // loaded late: commands without a database answer at once
  const service = await compose(settings)
  try {
    return await work(service)
  } finally {
    await service.close()
  }
}
