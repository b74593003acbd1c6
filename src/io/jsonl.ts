import type { Warning } from '../types.ts'
import { type Failure, toFailure } from './errors.ts'
import { LINE_LIMIT_BYTES } from './limits.ts'
import { type Line, readLines } from './lines.ts'
import { recordStem } from './names.ts'
import { type PageInput, type Place, stemOfRecord } from './page.ts'
import type { ByteReader } from './reader.ts'
import { parseRecord, RecordError } from './records.ts'

/** A line of jsonl that nobody has parsed yet: plain data, which another process may do. */
export interface UnreadLine {
  readonly line: Line
  /** 1 for the first line of its input. */
  readonly number: number
  /** The input. */
  readonly place: Place
  readonly warnings: readonly Warning[]
}

/**
 * The lines of jsonl, in order, each of which is one page.
 *
 * @param notes Damage of the compressed data, known only when it is met. It is a warning of the line that was cut, or
 *   a failure of its own after the last whole line: never silent.
 */
export async function* readUnread(
  reader: ByteReader,
  place: Place,
  notes: readonly Warning[],
): AsyncGenerator<UnreadLine | PageInput> {
  let number = 0
  let reported = 0
  for await (const line of readLines(reader)) {
    number += 1
    const warnings = line.ended ? [] : notes.slice(reported)
    if (!line.ended) reported = notes.length
    yield { line, number, place, warnings }
  }
  for (const note of notes.slice(reported)) {
    yield failedLine(place, null, number + 1, { code: 'unreadable', message: `${note.code}: ${note.message}` })
  }
}

/** The page in a line, a line that is no record included. */
export function parseLine({ line, number, place, warnings }: UnreadLine): PageInput {
  if (line.size > LINE_LIMIT_BYTES) {
    const message = `line ${number} is longer than ${LINE_LIMIT_BYTES / 1024 / 1024} MB`
    return failedLine(place, null, number, { code: 'input-limit', message })
  }
  try {
    const { id, url, kind, text, meta } = parseRecord(decodeLine(line.bytes))
    const stem = stemOfRecord(place, recordStem(id, number))
    return { id: id ?? place.id, path: place.path, url, meta, content: { kind, text }, warnings, stem, isRecord: true }
  } catch (error) {
    const failure = toFailure(error)
    const cut = warnings.map(({ message }) => ` (${message})`).join('')
    const id = error instanceof RecordError ? error.id : null
    return failedLine(place, id, number, { code: failure.code, message: `line ${number}: ${failure.message}${cut}` })
  }
}

/** UTF-8, as JSON is; a byte order mark is dropped. */
function decodeLine(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

function failedLine(place: Place, id: string | null, number: number, failure: Failure): PageInput {
  const stem = stemOfRecord(place, recordStem(id, number))
  return { id, path: place.path, url: null, meta: {}, content: { failure }, warnings: [], stem, isRecord: true }
}
