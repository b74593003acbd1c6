import { describe, expect, test } from 'vitest'
import { momentOf, toIso } from '../../src/dates/iso.ts'
import { orderOf } from '../../src/dates/order.ts'
import { type DateMatch, parseDates } from '../../src/dates/parse.ts'

function parse(text: string, language: string | null, region: string | null = null): DateMatch[] {
  return parseDates(text, { language, region, order: orderOf(language, region) })
}

function isoOf(text: string, language: string | null, region: string | null = null): string[] {
  return parse(text, language, region).map((match) => toIso(momentOf(match)))
}

describe('parseDates', () => {
  test.each([
    ['14 Maret 2019, 15: 32: 40 WIB | editor :  Bagus', 'id', '2019-03-14T15:32:40+07:00'],
    ['Rabu, 01 Apr 2020', 'id', '2020-04-01'],
    ['Senin, 22/04/2024, 16.41 WIB', 'id', '2024-04-22T16:41:00+07:00'],
    ['Senin 22 Agustus 2022 pukul 16.41', 'id', '2022-08-22T16:41:00'],
    ['22 Mac 2024', 'ms', '2024-03-22'],
    ['05.06.2025 um 14:46', 'de', '2025-06-05T14:46:00'],
    ['22.04.2024, 17:26 Uhr', 'de', '2024-04-22T17:26:00'],
    ['28. 4. 2023, 18:41 Uhr', 'de', '2023-04-28T18:41:00'],
    ['24. April 2024, 15:17Uhr', 'de', '2024-04-24T15:17:00'],
    ['3. Jänner 2024', 'de', '2024-01-03'],
    ['October 23, 2024, 3:48: Uhr', 'de', '2024-10-23T03:48:00'],
    ['19.2.2020 klo 14.00', 'fi', '2020-02-19T14:00:00'],
    ['3. toukokuuta 2024 klo 9.05', 'fi', '2024-05-03T09:05:00'],
    ['3. maj 2024 kl. 14:47', 'da', '2024-05-03T14:47:00'],
    ['3 maj 2024 kl 10.23', 'sv', '2024-05-03T10:23:00'],
    ['15 Mai 2019 à 06h00', 'fr', '2019-05-15T06:00:00'],
    ['le 14.09.2020 à 11h46', 'fr', '2020-09-14T11:46:00'],
    ['1er août 2024', 'fr', '2024-08-01'],
    ['25 de mayo de 2025 16:51 h', 'es', '2025-05-25T16:51:00'],
    ['25 mayo 2025, 2:00 p. m.', 'es', '2025-05-25T14:00:00'],
    ['4 de maio de 2022, 05:34 h', 'pt', '2022-05-04T05:34:00'],
    ['4 febbraio 2025 - 14:41', 'it', '2025-02-04T14:41:00'],
    ['3 d’agost de 2024', 'ca', '2024-08-03'],
    ['2024ko maiatzaren 3a', 'eu', '2024-05-03'],
    ['3 mei 2024 om 10:15 uur', 'nl', '2024-05-03T10:15:00'],
    ['3 sierpnia 2024, 12:30', 'pl', '2024-08-03T12:30:00'],
    ['3.5.2024 09:15', 'cs', '2024-05-03T09:15:00'],
    ['3. listopadu 2024', 'cs', '2024-11-03'],
    ['3. listopada 2024', 'hr', '2024-10-03'],
    ['3 мая 2024 года, 12:30', 'ru', '2024-05-03T12:30:00'],
    ['3 мая 2024 г. 12:30 МСК', 'ru', '2024-05-03T12:30:00+03:00'],
    ['8 січня 2026 року, 17:46', 'uk', '2026-01-08T17:46:00'],
    ['2024. gada 5. maijs', 'lv', '2024-05-05'],
    ['2024 m. kovo 31 d. 19:59', 'lt', '2024-03-31T19:59:00'],
    ['2024. május 3. 10:20', 'hu', '2024-05-03T10:20:00'],
    ['3 Μαΐου 2024', 'el', '2024-05-03'],
    ['22 Mart 2024 Cuma 16:45', 'tr', '2024-03-22T16:45:00'],
    ['2021 ж. 3 қаңтар', 'kk', '2021-01-03'],
    ['2024 оны 5-р сарын 3', 'mn', '2024-05-03'],
    ['2025年1月14日 01時28分', 'ja', '2025-01-14T01:28:00'],
    ['令和6年5月3日 午後3時5分', 'ja', '2024-05-03T15:05:00'],
    ['2024年04月24日23:52 | 来源：新华网', 'zh', '2024-04-24T23:52:00'],
    ['二〇二四年五月三日', 'zh', '2024-05-03'],
    ['二〇二四年十二月三十一日', 'zh', '2024-12-31'],
    ['民國113年5月3日', 'zh-Hant', '2024-05-03'],
    ['입력 2025.06.04. 02:37', 'ko', '2025-06-04T02:37:00'],
    ['2025년 6월 4일 오후 2시 30분', 'ko', '2025-06-04T14:30:00'],
    ['٣ مايو ٢٠٢٤', 'ar', '2024-05-03'],
    ['3 نيسان/أبريل 2024', 'ar', '2024-04-03'],
    ['3 جانفي 2024', 'ar', '2024-01-03'],
    ['۱۴ اردیبهشت ۱۴۰۳ - ۱۲:۳۰', 'fa', '2024-05-03T12:30:00'],
    ['۱۴۰۳/۰۲/۱۴', 'fa', '2024-05-03'],
    ['3 במאי 2024, 12:30', 'he', '2024-05-03T12:30:00'],
    ['२२ मार्च २०२४', 'hi', '2024-03-22'],
    ['শনিবার, আগস্ট ২৯, ২০২০ ১০:৪৬ পূর্বাহ্ণ', 'bn', '2020-08-29T10:46:00'],
    ['3 พฤษภาคม 2567 เวลา 10:00 น.', 'th', '2024-05-03T10:00:00'],
    ['3 พ.ค. 2567', 'th', '2024-05-03'],
    ['Thứ tư, 22/10/2025, 19:25 (GMT+7)', 'vi', '2025-10-22T19:25:00+07:00'],
    ['ngày 3 tháng 5 năm 2024', 'vi', '2024-05-03'],
    ['Apr 17, 2024 10:23 AM EDT', 'en', '2024-04-17T10:23:00-04:00'],
    ['10:46, Friday 3 May 2024', 'en', '2024-05-03T10:46:00'],
    ['16:41:50, 3 May 2024', 'en', '2024-05-03T16:41:50'],
    ['3rd of May, 2024', 'en', '2024-05-03'],
    ['Wed, 01 May 2024 10:00:00 +0200', 'en', '2024-05-01T10:00:00+02:00'],
    ['13/05/2024', 'en', '2024-05-13'],
  ])('%s (%s)', (text, language, expected) => {
    expect(isoOf(text, language)).toEqual([expected])
  })

  test.each([
    'version 1.2.3.4',
    '10.2.2024.5',
    'call 030 1234-5678-2024',
    '31 February 2024',
    'May 2024',
    '2024',
    '3:2 after 90 minutes',
    '8 января, 17:46',
    '2080-05-03 of the year 5000',
    'from 5.99 to 12.99',
    '99.12.2024',
  ])('finds none in %s', (text) => {
    expect(isoOf(text, null).filter((iso) => !iso.startsWith('2080'))).toEqual([])
  })

  test('finds several dates with the time that belongs to each', () => {
    const text = '18 juil. 2024 à 08:01Mis à jour le 19 juil. 2024 à 09:00'
    expect(isoOf(text, 'fr')).toEqual(['2024-07-18T08:01:00', '2024-07-19T09:00:00'])
  })

  test('tells where a date stands, its weekday included', () => {
    const text = 'Diterbitkan: Rabu, 01 Apr 2020 | x'
    const [match] = parse(text, 'id')
    expect(text.slice(match?.start, match?.end)).toBe('Rabu, 01 Apr 2020')
  })

  test.each([
    ['en', null, true],
    ['en', 'US', false],
    ['en', 'GB', false],
    ['de', null, false],
    [null, null, true],
  ])('03/05/2024 in %s of %s is ambiguous: %s', (language, region, ambiguous) => {
    expect(parse('03/05/2024', language, region)[0]?.ambiguous).toBe(ambiguous)
  })

  test('puts the month first in the United States only', () => {
    expect(isoOf('03/05/2024', 'en', 'US')).toEqual(['2024-03-05'])
    expect(isoOf('03/05/2024', 'en', 'GB')).toEqual(['2024-05-03'])
  })

  test('resolves a zone of several countries by the country, or drops it', () => {
    expect(isoOf('3 May 2024 10:00 IST', 'en', 'IN')).toEqual(['2024-05-03T10:00:00+05:30'])
    expect(isoOf('3 May 2024 10:00 IST', 'en', 'IL')).toEqual(['2024-05-03T10:00:00+02:00'])
    expect(isoOf('3 May 2024 10:00 IST', 'en')).toEqual(['2024-05-03T10:00:00'])
  })

  test('takes the year of an address for a date without one', () => {
    const context = { language: 'ru', region: null, order: 'dmy' as const, year: 2026 }
    expect(parseDates('8 января, 17:46', context)[0]).toMatchObject({
      day: '2026-01-08',
      time: '17:46',
      shortYear: true,
    })
  })

  test('marks the ends of events', () => {
    expect(parse('3 May 2024 10:00 - 12:00', 'en')[0]?.range).toBe(true)
    expect(parse('3 May 2024 - 5 May 2024', 'en')[0]?.range).toBe(true)
    expect(parse('3 May 2024 - 10:00', 'en')[0]?.range).toBe(false)
  })

  test('reads hostile text in linear time', () => {
    const start = performance.now()
    for (const text of ['1.'.repeat(50_000), '12:'.repeat(50_000), 'may '.repeat(50_000), '1 de '.repeat(50_000)])
      parse(text, 'en')
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
