import type { Warning } from '../types.ts'
import { type Failure, toFailure } from './errors.ts'
import { type Fields, firstValue } from './fields.ts'
import type { GzipTrace } from './gunzip.ts'
import { archiveStem } from './names.ts'
import { type PageInput, type Place, stemOfRecord } from './page.ts'
import type { OnPassedOver, PassedOver } from './passedOver.ts'
import type { ByteReader } from './reader.ts'
import { readContent } from './warc-content.ts'
import { type RecordFrame, readFrames } from './warc-frames.ts'

export interface ArchiveOptions {
  /** Of each layer of gzip around it, the innermost last. */
  readonly traces: readonly GzipTrace[]
  /** The largest page that is read, in bytes after decompression. */
  readonly limitBytes: number
  readonly onPassedOver?: OnPassedOver | undefined
}

/** Room for the header of HTTP in front of the largest page. */
const HEADER_ROOM_BYTES = 64 * 1024

/**
 * The pages of a WARC or WET file, in order. Each record is a page, or passed over by rule, or a page that failed; so
 * is each stretch of the file that is no record.
 */
export async function* readArchive(
  reader: ByteReader,
  place: Place,
  options: ArchiveOptions,
): AsyncGenerator<PageInput> {
  const { traces, limitBytes } = options
  const layers = [...traces]
  const inner = layers.pop() ?? null
  for await (const frame of readFrames(reader, inner, limitBytes + HEADER_ROOM_BYTES)) {
    const page =
      frame.type === 'lost' ? lostPage(place, frame.start, frame.warning) : await toPage(frame, place, limitBytes)
    if (typeof page === 'string') options.onPassedOver?.(page)
    else yield page
  }
  for (const { from, warning } of layers.flatMap(({ damage }) => damage)) yield lostPage(place, from, warning)
}

async function toPage(frame: RecordFrame, place: Place, limitBytes: number): Promise<PageInput | PassedOver> {
  const { fields, start } = frame
  const url = bare(firstValue(fields, 'warc-target-uri'))
  const id = bare(firstValue(fields, 'warc-record-id'))
  const stem = stemOfRecord(place, archiveStem({ url, id, place: `byte-${start}` }))
  const page = { id: id ?? place.id, path: place.path, url, meta: metaOf(fields), stem, isRecord: true }
  try {
    const read = await readContent(frame, limitBytes)
    if (typeof read !== 'string') return { ...page, ...read }
    // What is passed over may be damaged, and have taken another record with it.
    const [first] = frame.warnings
    return first === undefined ? read : lostPage(place, start, first)
  } catch (error) {
    const { code, message } = toFailure(error)
    const damage = frame.warnings.map((warning) => ` (${warning.code}: ${warning.message})`).join('')
    return { ...page, content: { failure: { code, message: message + damage } }, warnings: [] }
  }
}

/** What the archive tells of a page beside its address and id, under the archive's names. */
const META_FIELDS: readonly string[] = ['WARC-Date', 'WARC-Refers-To']

function metaOf(fields: Fields): Readonly<Record<string, string>> {
  const told = META_FIELDS.map((name) => [name, bare(firstValue(fields, name.toLowerCase()))] as const)
  return Object.fromEntries(told.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** Without the angle brackets of `<urn:uuid:...>`: as readers look a record up. */
function bare(value: string | null): string | null {
  const inner = value?.startsWith('<') && value.endsWith('>') ? value.slice(1, -1).trim() : value
  return inner === null || inner === undefined || inner === '' ? null : inner
}

/** Damage by which a page may be lost: never silent. */
function lostPage(place: Place, start: number, { code, message }: Warning): PageInput {
  const failure: Failure = {
    code: code === 'warc-record' ? 'bad-record' : 'unreadable',
    message: `${code}: ${message}`,
  }
  const stem = stemOfRecord(place, `byte-${start}`)
  return { id: null, path: place.path, url: null, meta: {}, content: { failure }, warnings: [], stem, isRecord: true }
}
