import { type Day, fromDayNumber } from './calendars.ts'
import data from './hijri.data.json' with { type: 'json' }

/** Whether a year is one of the Hijra that the table knows: 1924 to 2077. */
export function isHijriYear(year: number): boolean {
  return year >= data.year && year < data.year + data.long.length
}

/**
 * The Gregorian day of one of the Umm al-Qura calendar, or null where there is none. It is the official calendar of Saudi
 * Arabia; elsewhere months begin with the sight of the moon, a day earlier or later.
 */
export function fromHijri(year: number, month: number, day: number): Day | null {
  if (!isHijriYear(year) || month < 1 || month > 12 || day < 1) return null
  const at = year - data.year
  if (day > monthDays(at, month)) return null
  let days = data.start + day - 1
  for (let i = 0; i < at; i++) for (let m = 1; m <= 12; m++) days += monthDays(i, m)
  for (let m = 1; m < month; m++) days += monthDays(at, m)
  return fromDayNumber(days)
}

function monthDays(yearIndex: number, month: number): number {
  return 29 + (((data.long[yearIndex] as number) >> (month - 1)) & 1)
}
