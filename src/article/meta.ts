import type { MetaHint } from '../types.ts'
import { plainText } from './entities.ts'
import { isPlaceholder } from './fields.ts'

/** Looks up declared metadata by name. */
export interface MetaIndex {
  /** First value of the first name that has one. */
  readonly first: (...names: readonly string[]) => string | null
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
  const first = (...names: readonly string[]) => {
    for (const name of names) {
      const value = all(name)[0]
      if (value !== undefined) return value
    }
    return null
  }
  return { first, all }
}
