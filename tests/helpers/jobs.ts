import { ANY_PAGE } from '../../src/batch/policy.ts'
import type { Job, PageReport } from '../../src/batch/task.ts'
import type { PageInput } from '../../src/io/page.ts'
import { RENDER_DEFAULTS } from '../../src/render/settings.ts'

/** A job that asks for nothing special. */
export const JOB: Job = {
  format: 'markdown',
  inputFormat: 'auto',
  known: { url: null, encoding: null, language: null },
  removed: false,
  markdown: RENDER_DEFAULTS,
  failures: true,
  pageBytes: 1_000_000,
  hashes: false,
  shard: null,
  outDir: null,
  policy: ANY_PAGE,
  cache: null,
  rules: null,
}

/** A text page as it was read of a file. */
export function readText(text: string, changes: Partial<PageInput> = {}): PageInput {
  const content = { kind: 'text', bytes: Buffer.from(text) } as const
  const place = { id: 'a.txt', path: 'a.txt', url: null, stem: 'a' }
  return { ...place, meta: {}, content, warnings: [], isRecord: false, ...changes }
}

/** What became of a page that was cleaned without trouble. */
export function pageReport(changes: Partial<PageReport> = {}): PageReport {
  return {
    id: 'a.html',
    path: 'a.html',
    url: null,
    status: 'ok',
    warnings: [],
    failure: null,
    confidence: 0.91,
    bytesIn: 1000,
    bytesOut: 400,
    inputHash: null,
    outputHash: null,
    stem: 'a',
    isRecord: false,
    ...changes,
  }
}
