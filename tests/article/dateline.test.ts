import { expect, test } from 'vitest'
import { datelineOf } from '../../src/article/dateline.ts'

const REST = 'the ministry said on Monday that prices had risen again this year.'

test.each([
  [`SIDOARJO-Nilai ekspor tekstil, alas kaki dan industri kulit Indonesia naik.`, 'SIDOARJO'],
  [`MOSCOW (AP) — ${REST}`, 'MOSCOW'],
  [`NEW JERSEY  (WABC) -- ${REST}`, 'NEW JERSEY'],
  [`PARIS (AFP) — ${REST}`, 'PARIS'],
  [`JAKARTA, KOMPAS.com - Harga beras naik lagi di pasar, kata menteri pada Senin.`, 'JAKARTA'],
  [`LONDON, May 3 (Reuters) - ${REST}`, 'LONDON'],
  [`Kiel (dpa) - Die Preise steigen, sagte das Ministerium am Montag in der Stadt.`, 'Kiel'],
  [`London/Teheran (dpa) – Die Preise steigen, sagte das Ministerium am Montag.`, 'London/Teheran'],
  [`新华社北京4月24日电（记者王敬照）市场星期一开放，价格下跌百分之三，市民纷纷前往购买。`, '北京'],
  [`（中央社記者王小明台北1日電）市場星期一開放，價格下跌百分之三，市民紛紛前往購買。`, '台北'],
  [`【ソウル＝小池和樹】市場は月曜日に開き、価格は三パーセント下がったと省が発表した。`, 'ソウル'],
  [`(서울=연합뉴스) 이상현 기자 = 시장이 월요일에 열렸고 가격은 삼 퍼센트 떨어졌다고 밝혔다.`, '서울'],
])('%s', (paragraph, place) => {
  expect(datelineOf(paragraph)).toBe(place)
})

test.each([
  'Haftbefehl-Doku - Streeck lobt den Film und warnt vor der Droge, die er zeigt.',
  'The minister - a farmer - said on Monday that prices had risen again this year.',
  'UPDATE — the ministry said on Monday that prices had risen again this year.',
  'VIDEO - the ministry said on Monday that prices had risen again this year, too.',
  'MENJANJIKAN: Dari kiri Kepala Disperindag Sidoarjo Tjarda dan Ketua Intako itu.',
  'Prices rose again this year.',
  'COVID-19 cases are rising again in the country, the ministry said on Monday.',
])('no place in: %s', (paragraph) => {
  expect(datelineOf(paragraph)).toBeNull()
})

test('a glued hyphen makes compounds in some languages', () => {
  expect(datelineOf('NATO-Staaten wollen mehr Geld ausgeben, sagte der Minister am Montag.', 'de')).toBeNull()
  expect(datelineOf('MALANG-Harga beras naik lagi di pasar, kata menteri pada Senin.', 'id')).toBe('MALANG')
})
