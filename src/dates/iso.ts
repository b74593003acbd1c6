import { isDay, toDayNumber } from './calendars.ts'
import { type DateMatch, parseDates } from './parse.ts'

/** A moment as far as a page tells it. */
export interface Moment {
  /** `2020-02-25` */
  readonly day: string
  /** `16:41` or `16:41:50`, or null. */
  readonly time: string | null
  /** `+07:00` or `Z`, or null. */
  readonly offset: string | null
}

/** `2020-02-25`, `2020-02-25T16:41:00` or `2019-03-14T15:32:40+07:00`: only what is known, seconds aside. */
export function toIso({ day, time, offset }: Moment): string {
  if (time === null) return day
  return `${day}T${time.length === 5 ? `${time}:00` : time}${offset ?? ''}`
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]{1,2}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2})?)?)?$/i
const SECONDS = /^\d{10}(?:\d{3})?$/

/**
 * Reads a value that was written for machines, in JSON-LD, meta or `datetime`: ISO 8601 and its relatives, Unix time,
 * RFC 2822. The offset stays as it is written.
 *
 * @returns Null for values that tell no day, or one that could be read two ways.
 */
export function parseIso(value: string): Moment | null {
  const text = value.trim().slice(0, 100)
  const match = ISO.exec(text)
  if (match !== null) return fromParts(match)
  if (SECONDS.test(text)) return fromUnix(Number(text.slice(0, 10)))
  const found = parseDates(text, { language: null, region: null, order: null })[0]
  return found === undefined || found.ambiguous ? null : momentOf(found)
}

export function momentOf({ day, time, offset }: DateMatch): Moment {
  return { day, time, offset }
}

function fromParts(match: RegExpExecArray): Moment | null {
  const [, year = '', month = '', day = '', hour, minute, second, zulu, offsetHours, offsetMinutes] = match
  if (!isDay({ year: Number(year), month: Number(month), day: Number(day) })) return null
  const date = `${year}-${month}-${day}`
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return { day: date, time: null, offset: null }
  }
  const time = `${hour}:${minute}${second === undefined ? '' : `:${second}`}`
  if (zulu !== undefined) return { day: date, time, offset: zulu.toUpperCase() === 'Z' ? 'Z' : '+00:00' }
  return { day: date, time, offset: offsetHours === undefined ? null : `${offsetHours}:${offsetMinutes ?? '00'}` }
}

function fromUnix(seconds: number): Moment {
  const iso = new Date(seconds * 1000).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 19), offset: 'Z' }
}

/** Minutes since 1970, for comparing; a missing time is midnight, a missing offset UTC. */
export function minutesOf({ day, time, offset }: Moment): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = (time ?? '00:00').split(':').map(Number)
  return toDayNumber({ year, month, day: date }) * 1440 + hour * 60 + minute - offsetMinutes(offset)
}

function offsetMinutes(offset: string | null): number {
  if (offset === null || offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return offset.startsWith('-') ? -minutes : minutes
}
