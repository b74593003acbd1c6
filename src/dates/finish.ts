import { type Calendar, type Day, fromPersian, isDay } from './calendars.ts'
import { fromHijri } from './hijri.ts'

/** Which of two small figures is the day. */
export type Order = 'dmy' | 'mdy'

export interface DayContext {
  /** Base language of the page, or null. */
  readonly language: string | null
  /** Country of the site, ISO 3166, or null. */
  readonly region: string | null
  /** Order of figures on this page, or null where it is unknown. */
  readonly order: Order | null
  /** Year of dates that are written without, or null: such dates are then passed over. */
  readonly year: number | null
}

/** A day as read from a text. */
export interface DayRead extends Day {
  /** Index of the token after it. */
  readonly next: number
  /** Two figures that could be day and month either way, on a page whose order is unknown. */
  readonly ambiguous: boolean
  /** The day with the two figures the other way round, where there is one. */
  readonly swapped: Day | null
  /** What the figures say of the order of the page, if they say it: one of them is greater than 12. */
  readonly shows: Order | null
  /** The year has two digits, or was not written at all. */
  readonly shortYear: boolean
  /** That it was written in. */
  readonly calendar: Calendar
}

/** What a shape of dates has read, before it is known whether there is such a day. */
export interface Reading extends Day {
  readonly next: number
  readonly calendar?: Calendar
  readonly short?: boolean
  readonly ambiguous?: boolean
  readonly swapped?: Day | null
  readonly shows?: Order
}

const TO_GREGORIAN: Readonly<Record<Calendar, (year: number, month: number, day: number) => Day | null>> = {
  gregorian: (year, month, day) => ({ year, month, day }),
  persian: fromPersian,
  hijri: fromHijri,
}

/** The Gregorian day of a reading, or null where there is none. */
export function finish(reading: Reading): DayRead | null {
  const { calendar = 'gregorian' } = reading
  const found = TO_GREGORIAN[calendar](reading.year, reading.month, reading.day)
  if (found === null || !isDay(found)) return null
  // Written out: this runs on every date, and spreading one object into another takes several times as long.
  return {
    year: found.year,
    month: found.month,
    day: found.day,
    next: reading.next,
    ambiguous: reading.ambiguous ?? false,
    swapped: reading.swapped ?? null,
    shows: reading.shows ?? null,
    shortYear: reading.short ?? false,
    calendar,
  }
}
