import { shownConfidence } from '../batch/policy.ts'
import type { PageReport, PageStatus } from '../batch/task.ts'

/**
 * What reports tell of a page: a line of the json report. No clock, no host, no path but those given, so that two runs
 * over the same pages write the same bytes.
 */
export interface ReportLine {
  /** Place among all pages of the inputs, from 1: the same in every shard, so that merged reports are in order. */
  readonly number: number
  /** Null for a line of jsonl that is no record. */
  readonly id: string | null
  /** Of the input; null for standard input. */
  readonly path: string | null
  /** One of many pages of its input. */
  readonly record: boolean
  readonly status: PageStatus
  /** Why it failed, then its warnings, each once. */
  readonly codes: readonly string[]
  /** Why it failed, in words. */
  readonly message: string | null
  /** 0..1; null for a page that was not cleaned. */
  readonly confidence: number | null
  /** Bytes of the page, after decompression, and of what was written of it. */
  readonly bytesIn: number
  readonly bytesOut: number
  /** Of what was written, hexadecimal. */
  readonly sha256: string | null
}

export function toLine(report: PageReport, number: number): ReportLine {
  const { id, path, isRecord, status, failure, warnings, confidence, bytesIn, bytesOut, outputHash } = report
  const codes = [...(failure === null ? [] : [failure.code]), ...warnings.map(({ code }) => code)]
  return {
    number,
    id,
    path,
    record: isRecord,
    status,
    codes: [...new Set(codes)],
    message: failure?.message ?? null,
    confidence: confidence === null ? null : shownConfidence(confidence),
    bytesIn,
    bytesOut,
    sha256: outputHash,
  }
}

/** What a page is called where it has to be found again: the input, and the record in it. */
export function pageName({ id, path, record }: Pick<ReportLine, 'id' | 'path' | 'record'>): string {
  if (path === null) return record && id !== null ? id : 'standard input'
  return record && id !== null && id !== path ? `${path}: ${id}` : path
}
