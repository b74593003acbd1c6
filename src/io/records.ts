import type { PageKind } from '../types.ts'
import { PageError } from './errors.ts'

/** A page given as a line of jsonl. */
export interface JsonRecord {
  readonly id: string | null
  readonly url: string | null
  readonly kind: PageKind
  readonly text: string
  /** All other fields, unchanged. */
  readonly meta: Readonly<Record<string, unknown>>
}

/**
 * Read a line of jsonl.
 *
 * @throws RecordError `bad-record`; it knows the `id` where the line has one.
 */
export function parseRecord(line: string): JsonRecord {
  const fields = parseObject(line)
  if (fields === null) throw new RecordError('Expected a JSON object in the line', null)
  const { id: rawId, url, ...rest } = fields
  const id = toId(rawId)
  const kind = typeof rest.html === 'string' ? 'html' : 'text'
  const { [kind]: text, ...meta } = rest
  if (typeof text !== 'string') {
    throw new RecordError('Expected a field html or text that is a string', id)
  }
  if (kind === 'html' && meta.text === null) delete meta.text
  if (kind === 'text' && meta.html === null) delete meta.html
  return { id, url: typeof url === 'string' && url !== '' ? url : null, kind, text, meta }
}

/** Whether a first line tells that an input is jsonl. */
export function isRecordLine(line: string): boolean {
  const fields = parseObject(line)
  return fields !== null && (typeof fields.html === 'string' || typeof fields.text === 'string')
}

export class RecordError extends PageError {
  readonly id: string | null

  constructor(message: string, id: string | null) {
    super('bad-record', message)
    this.id = id
  }
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** Numbers are common as ids; an empty one says nothing. */
function toId(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value.toWellFormed() : null
}
