import type { Failure } from '../io/errors.ts'
import type { UnreadLine } from '../io/jsonl.ts'
import type { Known, PageInput } from '../io/page.ts'
import type { InputFormat } from '../io/sources.ts'
import type { FileEntry } from '../io/walk.ts'
import type { RenderSettings } from '../render/settings.ts'
import type { Warning } from '../types.ts'
import type { CacheSetting } from './cache.ts'
import type { Policy } from './policy.ts'
import type { RunRules } from './rules.ts'
import type { Shard } from './shard.ts'

/** Something to clean: plain data, so that it can go to another process. */
export type Task = {
  /** The same for the same page in another run over the same inputs. */
  readonly key: string
  /** What an earlier run made of it, which holds if neither the page nor the output has changed. */
  readonly before?: PageReport
} & (
  | /** A file that nobody has opened: one page, or many. */
  { readonly type: 'file'; readonly entry: FileEntry }
  /** A line of jsonl, not parsed. */
  | { readonly type: 'line'; readonly line: UnreadLine }
  /** A page that was read: of standard input, of an archive, or one that failed already. */
  | { readonly type: 'page'; readonly page: PageInput }
)

/** What became of a task. */
export type Reply =
  | { readonly type: 'page'; readonly report: PageReport; readonly text: string | null }
  /** An earlier run has done it, and its output is there. */
  | { readonly type: 'unchanged'; readonly report: PageReport }
  /** The file holds pages, which are tasks of their own. */
  | { readonly type: 'container' }
  /** The page is in another shard. */
  | { readonly type: 'elsewhere' }

export type PageStatus =
  /** Cleaned. */
  | 'ok'
  /** Cleaned, with warnings. */
  | 'ok-degraded'
  /** Nothing but white space: there is no text to clean. */
  | 'skipped'
  | 'failed'

/** What became of one page, without its content: plain data, the same for the same page in any run. */
export interface PageReport {
  /** Null for a line that is no record. */
  readonly id: string | null
  /** Of the input; null for standard input. */
  readonly path: string | null
  readonly url: string | null
  readonly status: PageStatus
  readonly warnings: readonly Warning[]
  /** Why the page counts as failed. Where it only misses what the job's policy asks for, it is written all the same. */
  readonly failure: Failure | null
  /** 0..1, calibrated; null for a page that failed. */
  readonly confidence: number | null
  /** Bytes of the page, after decompression. */
  readonly bytesIn: number
  /** Bytes of what is written of it. */
  readonly bytesOut: number
  /** SHA-256 of both, hexadecimal; null where there is nothing. */
  readonly inputHash: string | null
  readonly outputHash: string | null
  /** Path of the output without its extension, relative to the folder of the output. */
  readonly stem: string
  /** One of many pages of its input. */
  readonly isRecord: boolean
}

export type Format = 'markdown' | 'json' | 'jsonl' | 'text'

/** All that cleaning a page depends on: plain data. */
export interface Job {
  readonly format: Format
  readonly inputFormat: InputFormat
  readonly known: Known
  /** Add what was removed. */
  readonly removed: boolean
  /** How Markdown is written, alone and in JSON. */
  readonly markdown: RenderSettings
  /** Whether pages that failed are written. */
  readonly failures: boolean
  /** The largest page that is cleaned, in bytes after decompression. */
  readonly pageBytes: number
  /** Whether pages are hashed, for manifests. */
  readonly hashes: boolean
  readonly shard: Shard | null
  /** Folder of the outputs, where an earlier run may have left some. */
  readonly outDir: string | null
  /** What a page must have, or else it counts as failed. */
  readonly policy: Policy
  /** Where replies are kept for later runs. */
  readonly cache: CacheSetting | null
  readonly rules: RunRules | null
}
