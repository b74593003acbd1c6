import { parseArgs } from 'node:util'
import type { PageKind } from '../../types.ts'

export interface Settings {
  /** Folder of sets that are unpacked already; null to unpack the shared ones. */
  readonly corpus: string | null
  readonly kinds: readonly PageKind[]
  /** Pin what is better than the floors. */
  readonly raise: boolean
  /** Only so many pages of each set, for a quick try; null for all. */
  readonly limit: number | null
}

const KINDS: readonly PageKind[] = ['html', 'text']

/** @throws UsageError */
export function parseSettings(args: readonly string[]): Settings {
  const { corpus, kind, raise, limit } = read(args)
  const kinds = kind === undefined ? KINDS : KINDS.filter((name) => name === kind)
  if (kinds.length === 0) throw new UsageError(`Expected --kind html or text, not: ${kind}`)
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit))
    throw new UsageError(`Expected a number of pages from 1 after --limit, not: ${limit}`)
  if (raise && limit !== undefined) throw new UsageError('Expected --raise on whole sets, not: together with --limit')
  return { corpus: corpus ?? null, kinds, raise, limit: limit === undefined ? null : Number(limit) }
}

/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        kind: { type: 'string' },
        raise: { type: 'boolean', default: false },
        limit: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
