import { UsageError } from '../../io/errors.ts'
import type { Flags } from '../program.ts'
import { type Settings, toSettings } from '../settings.ts'
import { findConfig, namedConfig } from './find.ts'
import type { Config } from './load.ts'

/** What a run is told, by the command line and by the configuration. */
export interface Settled {
  readonly settings: Settings
  readonly config: Config | null
}

/**
 * Put together what the command line and the nearest configuration say. The command line wins: a value of the file that
 * does not go with what is given there is left out.
 *
 * @throws UsageError
 */
export async function settle(inputs: readonly string[], flags: Flags): Promise<Settled> {
  const given = await toSettings(inputs, flags)
  const config = await configFor(flags)
  if (config === null) return { settings: given, config }
  const settings = await merged(inputs, flags, config)
  const isFormatDefault = given.format === null && settings.format !== null
  return {
    config,
    settings: {
      ...settings,
      ...(isFormatDefault ? { isFormatDefault } : {}),
      ...(config.sites === null ? {} : { rules: { sites: config.sites, folder: config.folder } }),
    },
  }
}

/** Only where there is a file its reader is loaded. */
async function configFor({ config }: Flags): Promise<Config | null> {
  if (config === false) return null
  if (config === '') throw new UsageError('Expected a file for --config, not: nothing')
  const found = config === undefined ? findConfig(process.cwd()) : namedConfig(config)
  if (found === null) return null
  const { loadConfig } = await import('./load.ts')
  return loadConfig(found)
}

async function merged(inputs: readonly string[], flags: Flags, config: Config): Promise<Settings> {
  let all = flags
  let settings = await toSettings(inputs, flags)
  for (const [name, value] of Object.entries(config.flags)) {
    if (flags[name as keyof Flags] !== undefined) continue
    const more: Flags = { ...all, [name]: value }
    const fitting = await toSettings(inputs, more).catch(refused)
    if (fitting === null) continue
    all = more
    settings = fitting
  }
  return settings
}

/** Flags and file are right each for itself: what is refused is that they stand together. */
function refused(error: unknown): null {
  if (error instanceof UsageError) return null
  throw error
}
