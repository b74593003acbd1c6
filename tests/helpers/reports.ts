import type { PageReport } from '../../src/batch/task.ts'

/** What became of a page that was cleaned, but for the changes. */
export function pageReport(changes: Partial<PageReport> = {}): PageReport {
  return {
    id: 'a',
    path: null,
    url: null,
    status: 'ok',
    warnings: [],
    failure: null,
    confidence: 0.9,
    bytesIn: 1,
    bytesOut: 1,
    inputHash: null,
    outputHash: null,
    stem: 'a',
    isRecord: false,
    ...changes,
  }
}
