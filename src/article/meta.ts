import type { MetaHint } from '../types.ts'
import { plainText } from './entities.ts'
import { isPlaceholder } from './fields.ts'
import { metaSource, NOWHERE, type Told } from './origins.ts'

/** Looks up declared metadata by name. */
export interface MetaIndex {
  /** First value of the first name that has one. */
  readonly first: (...names: readonly string[]) => string | null
  /** The first of the names that has a value, with its first value. */
  readonly told: (names: readonly string[]) => Told | null
  /** All values of a name. */
  readonly all: (name: string) => readonly string[]
}

export function indexMeta(meta: readonly MetaHint[]): MetaIndex {
  const byName = new Map<string, string[]>()
  for (const { name, content } of meta) {
    const value = plainText(content)
    if (isPlaceholder(value)) continue
    const values = byName.get(name)
    if (values === undefined) byName.set(name, [value])
    else values.push(value)
  }
  const all = (name: string) => byName.get(name) ?? []
  const told = (names: readonly string[]) => {
    for (const name of names) {
      const value = all(name)[0]
      if (value !== undefined) return { value, source: metaSource(name), place: NOWHERE }
    }
    return null
  }
  return { first: (...names: readonly string[]) => told(names)?.value ?? null, told, all }
}
