import { expect, test } from 'vitest'
import { parseDates } from '../../src/dates/parse.ts'

const ranges = (text: string, language: string) =>
  parseDates(text, { language, region: null, order: 'dmy' }).map(({ range }) => range)

test.each([
  ['3. bis 5. Mai 2024', 'de'],
  ['3.–5. Mai 2024', 'de'],
  ['du 3 au 5 mai 2024', 'fr'],
  ['3 May to 5 May 2024', 'en'],
  ['de 3 a 5 de maio de 2024', 'pt'],
  ['2024年5月3日～5日', 'ja'],
  ['2024年5月3-5日', 'zh'],
  ['2024년 5월 3일부터 5일까지', 'ko'],
  ['12.01.26 — 10.04.26', 'de'],
  ['с 3 по 5 мая 2024', 'ru'],
])('%s (%s) is a span', (text, language) => expect(ranges(text, language)[0]).toBe(true))

test.each([
  ['3 May 2024 - 10:00', 'en'],
  ['3 maja 2024 do przeczytania', 'pl'],
  ['10:30 - 3 May 2024', 'en'],
  ['2024年5月3日 更新', 'ja'],
])('%s (%s) is none', (text, language) => expect(ranges(text, language)).toEqual([false]))
