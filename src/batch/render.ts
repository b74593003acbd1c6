import type { Failure } from '../io/errors.ts'
import type { PageInput } from '../io/page.ts'
import type { RenderSettings } from '../render/settings.ts'
import type { Outcome } from '../types.ts'
import type { Format } from './task.ts'

/** A page and what was made of it. */
export type PageResult =
  | { readonly page: PageInput; readonly outcome: Outcome }
  | { readonly page: PageInput; readonly failure: Failure }

/** A result as it is written; null where there is nothing to write of it. */
export type Render = (result: PageResult) => string | null

/** Endings of output files. */
export const EXTENSIONS: Readonly<Record<Format, string>> = {
  markdown: '.md',
  json: '.json',
  jsonl: '.jsonl',
  text: '.txt',
}

export interface RenderOptions {
  readonly removed: boolean
  /** How Markdown is written, alone and in JSON. */
  readonly markdown: RenderSettings
  /** Whether pages that failed are written. */
  readonly failures: boolean
}

/** Load what a format needs, and nothing else. */
export async function loadRender(format: Format, options: RenderOptions): Promise<Render> {
  if (format === 'markdown') {
    const { toMarkdown } = await import('../render/markdown.ts')
    return (result) => ('failure' in result ? null : toMarkdown(result.outcome.article, options.markdown))
  }
  if (format === 'text') {
    const { toPlain } = await import('../render/text.ts')
    return (result) => ('failure' in result ? null : toPlain(result.outcome.article))
  }
  const { toRecord, failureRecord } = await import('../render/record.ts')
  const indent = format === 'json' ? 2 : undefined
  return (result) => {
    if ('failure' in result && !options.failures) return null
    const { id, path, url, isRecord } = result.page
    const meta = isRecord ? result.page.meta : undefined
    const record =
      'failure' in result
        ? // A line that is no record has no id, and the input's path would be a wrong one.
          { ...failureRecord({ id: id ?? '', path, url, meta, ...result.failure }), id }
        : toRecord(result.outcome, { id: id ?? '', path, meta, removed: options.removed, markdown: options.markdown })
    return `${JSON.stringify(record, undefined, indent)}\n`
  }
}
