import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilOffset } from '../../src/dates/civil.ts'
import { formatOffset } from '../../src/dates/zones.ts'

const home = (region: string | null, language: string | null = null) => ({ region, language })

describe('the offset by law', () => {
  test.each([
    ['2024-04-22', '17:26', home('DE'), '+02:00'],
    ['2024-01-22', '17:26', home('DE'), '+01:00'],
    ['2024-03-31', '01:59', home('AT'), '+01:00'],
    ['2024-03-31', '03:00', home('AT'), '+02:00'],
    ['2024-10-27', '01:30', home('FR'), '+02:00'],
    ['2024-10-27', '03:00', home('FR'), '+01:00'],
    ['2024-07-01', '09:00:10', home('GB'), '+01:00'],
    ['2024-12-04', '00:05', home('JP'), '+09:00'],
    ['2024-12-04', '00:05', home(null, 'ja'), '+09:00'],
    ['2024-07-01', '12:00', home(null, 'de-CH'), '+02:00'],
    ['2024-07-01', '12:00', home('IN'), '+05:30'],
  ])('%s %s', (day, time, where, offset) => {
    expect(civilOffset(day, time, where)).toBe(offset)
  })

  test.each([
    ['a country with several zones', home('US')],
    ['a country whose law changed', home('RU')],
    ['a language of many countries', home(null, 'es')],
    ['a language of a country with several zones', home(null, 'id')],
    ['a foreign country with that language', home('NA', 'de')],
    ['nothing known', home(null)],
  ])('is left out: %s', (_, where) => {
    expect(civilOffset('2024-07-01', '12:00', where)).toBeNull()
  })

  const ZONES: readonly (readonly [string, string])[] = [
    ['DE', 'Europe/Berlin'],
    ['PL', 'Europe/Warsaw'],
    ['FI', 'Europe/Helsinki'],
    ['RO', 'Europe/Bucharest'],
    ['IE', 'Europe/Dublin'],
    ['IS', 'Atlantic/Reykjavik'],
    ['KR', 'Asia/Seoul'],
    ['VN', 'Asia/Ho_Chi_Minh'],
    ['NP', 'Asia/Kathmandu'],
    ['ZA', 'Africa/Johannesburg'],
    ['NG', 'Africa/Lagos'],
    ['PE', 'America/Lima'],
    ['PR', 'America/Puerto_Rico'],
  ]

  test('agrees with the time zone database on any moment since 2000', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2000-01-02'), max: new Date('2037-01-01'), noInvalidDate: true }),
        ([country, timeZone], date) => {
          const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
          const [day = '', time = ''] = format.format(date).split(' ')
          const local = Date.parse(`${day}T${time}Z`)
          const minutes = Math.round((local - Math.floor(date.getTime() / 1000) * 1000) / 60_000)
          // Both readings of the hour that is there twice are right.
          const isTwice = /^\d{4}-10-(?:2[5-9]|3[01])$/.test(day) && Number(time.slice(0, 2)) <= 4
          fc.pre(!isTwice)
          expect(civilOffset(day, time, home(country))).toBe(formatOffset(minutes))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
