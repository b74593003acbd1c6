import type { Settings } from '../settings.ts'
import { CONFIG_KEYS, SITES_KEY } from './keys.ts'

/** What holds, as a configuration that says the same; what each page decides is left out. */
export function printConfig(settings: Settings): string {
  const entries = CONFIG_KEYS.map(({ name, of }) => [name, of(settings)] as const).filter(([, value]) => value !== null)
  const sites = settings.rules === undefined ? {} : { [SITES_KEY]: settings.rules.sites }
  return `${JSON.stringify({ ...Object.fromEntries(entries), ...sites }, undefined, 2)}\n`
}
