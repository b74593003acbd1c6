import { describe, expect, test } from 'vitest'
import { withoutAffix } from '../../src/dates/affixes.ts'
import { meaningsOf, startsName } from '../../src/dates/lookup.ts'
import { monthAt, weekdayAt } from '../../src/dates/names.ts'
import { tokenize } from '../../src/dates/tokens.ts'

const month = (text: string, language: string | null) => monthAt(tokenize(text), 0, language)
const weekday = (text: string, language: string | null) => weekdayAt(tokenize(text), 0, language)

describe('monthAt', () => {
  test.each([
    ['May 3', null, 5, 'gregorian', 1],
    ['listopadu', 'cs', 11, 'gregorian', 1],
    ['listopada', 'hr', 10, 'gregorian', 1],
    ['كانون الثاني 2021', 'ar', 1, 'gregorian', 2],
    ['tháng 12 năm', 'vi', 12, 'gregorian', 2],
    ['sánzá ya zómi na míbalé', 'ln', 12, 'gregorian', 5],
    ['במאי', 'he', 5, 'gregorian', 1],
    ['ខែឧសភា', 'km', 5, 'gregorian', 1],
    ['اردیبهشت‌ماه', 'fa', 2, 'persian', 1],
    ['شوال', 'ar', 10, 'hijri', 1],
    ['v', 'pl', 5, 'gregorian', 1],
  ])('%s (%s)', (text, language, number, calendar, length) => {
    expect(month(text, language)).toEqual({ month: number, calendar, length })
  })

  test.each([
    ['set', 'de'],
    ['v', null],
    ['listopad', null],
    ['Monday', 'en'],
    ['3', 'en'],
    ['', 'en'],
  ])('none in %s (%s)', (text, language) => {
    expect(month(text, language)?.month ?? null).toBe(text === 'listopad' ? 11 : null)
  })
})

describe('weekdayAt', () => {
  test.each([
    ['Friday', 'de', 5],
    ['venerdì', 'it', 5],
    ['thứ sáu', 'vi', 5],
    ['vendredi', null, 5],
    ['dia', 'es', null],
  ])('%s (%s)', (text, language, expected) => {
    expect(weekday(text, language)?.weekday ?? null).toBe(expected)
  })
})

test('the names are looked up whole, and by their start', () => {
  expect(meaningsOf('may').length).toBeGreaterThan(0)
  expect(meaningsOf('ma\t')).toEqual([])
  expect(startsName('septemb')).toBe(true)
  expect(startsName('xyzzy')).toBe(false)
  expect(startsName('\uffff')).toBe(false)
})

test('withoutAffix cuts what is written in one word with a month', () => {
  expect(withoutAffix('มกราคม')).toBeNull()
  expect(withoutAffix('เดือนมกราคม')).toBe('มกราคม')
  expect(withoutAffix('may')).toBeNull()
})
