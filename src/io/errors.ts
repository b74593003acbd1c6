/** Stable codes of pages that could not be cleaned. */
export type FailureCode =
  /** The file can't be opened or read, or its compressed data give nothing. */
  | 'unreadable'
  /** A picture, an archive, noise: no page of text. */
  | 'not-text'
  | 'input-limit'
  /** A line of jsonl, or a record of an archive, that is none or is damaged. */
  | 'bad-record'
  /** Another page of the run has the same output file. */
  | 'duplicate-name'
  /** Cleaned and written, but without a field that every page must have. */
  | 'missing-field'
  /** Cleaned and written, but less sure than every page must be. */
  | 'low-confidence'
  /** What is on the disk is not what would be written. */
  | 'differs'
  /** The page took longer than it may. */
  | 'timeout'
  /** The page took more memory than there is. */
  | 'out-of-memory'
  | 'internal'

/** Why a page failed. */
export interface Failure {
  readonly code: FailureCode
  readonly message: string
}

/** Ends one page, never the run. */
export class PageError extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The command line or the configuration is wrong: nothing was done. */
export class UsageError extends Error {
  /** What else is wrong, a line each. */
  readonly others: readonly string[]

  constructor(message: string, others: readonly string[] = []) {
    super(message)
    this.others = others
  }
}

/** The environment does not let the run go on: the disk is full, the output can't be written. */
export class OutputError extends Error {}

/** A page of more bytes than it may have. */
export function tooLarge(limitBytes: number): PageError {
  const megabytes = Math.round((limitBytes / 1024 / 1024) * 1000) / 1000
  return new PageError('input-limit', `the page is larger than ${megabytes} MB`)
}

/** What to tell of anything thrown while a page was worked on. */
export function toFailure(error: unknown): Failure {
  if (error instanceof PageError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
}

/** `ENOENT` and its like; '' for errors that do not come from the system. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : ''
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'disk quota exceeded',
  EROFS: 'read-only file system',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'name too long',
  ELOOP: 'too many symbolic links',
  EIO: 'input/output error',
}

/** A system error in words, with its code and without the path, which the caller names. */
export function describeSystemError(error: unknown): string {
  const code = systemCode(error)
  if (code === '') return error instanceof Error ? error.message : String(error)
  const reason = SYSTEM_REASONS[code]
  return reason === undefined ? code : `${reason} (${code})`
}
