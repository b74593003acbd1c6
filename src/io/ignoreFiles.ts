import { readFile } from 'node:fs/promises'
import { describeSystemError, PageError } from './errors.ts'

/** A file of patterns in a folder, written as for git, which holds for all that is below the folder. */
export const IGNORE_FILE = '.clean-article-ignore'

/** The patterns of one such file. */
export interface IgnoreRules {
  /** Path of its folder, with a slash at the end; '' for the folder that is walked. */
  readonly base: string
  /** What they say of a path below `base`, which ends with a slash where it is a folder. */
  readonly judge: (path: string) => 'ignored' | 'wanted' | 'unsaid'
}

/**
 * Read an ignore file.
 *
 * @throws PageError `unreadable`.
 */
export async function readRules(file: string | Buffer, base: string): Promise<IgnoreRules> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PageError('unreadable', describeSystemError(error))
  })
  const { default: ignore } = await import('ignore')
  // The same on every system: case counts, as git has it where the disk does.
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(text.replace(/^\ufeff/, ''))
  return {
    base,
    judge(path) {
      const { ignored, unignored } = matcher.test(path)
      return ignored ? 'ignored' : unignored ? 'wanted' : 'unsaid'
    },
  }
}

/** Whether a path is not to be read: the nearest file that says something of it decides. */
export function isIgnored(rules: readonly IgnoreRules[], path: string): boolean {
  for (const { base, judge } of rules.toReversed()) {
    const verdict = judge(path.slice(base.length))
    if (verdict !== 'unsaid') return verdict === 'ignored'
  }
  return false
}

/** The rules that hold in a folder that is read: those that would have it ignored were overruled, for all in it. */
export function rulesIn(rules: readonly IgnoreRules[], folder: string): readonly IgnoreRules[] {
  return rules.filter(({ base, judge }) => judge(folder.slice(base.length)) !== 'ignored')
}
