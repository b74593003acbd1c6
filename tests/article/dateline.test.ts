import { describe, expect, test } from 'vitest'
import { datelineOf, readDateline } from '../../src/article/dateline.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { bodyFrom, textPage } from '../helpers/page.ts'

const REST = 'the ministry said on Monday that prices had risen again this year.'

test.each([
  [`TELAGASARI-Harga cabai, bawang dan beras di pasar kabupaten naik.`, 'TELAGASARI'],
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
  [`(서울=연합뉴스) 문가람 기자 = 시장이 월요일에 열렸고 가격은 삼 퍼센트 떨어졌다고 밝혔다.`, '서울'],
])('%s', (paragraph, place) => {
  expect(datelineOf(paragraph)).toBe(place)
})

test.each([
  'Hafen-Doku - Kemper lobt den Film und warnt vor der Droge, die er zeigt.',
  'The minister - a farmer - said on Monday that prices had risen again this year.',
  'UPDATE — the ministry said on Monday that prices had risen again this year.',
  'VIDEO - the ministry said on Monday that prices had risen again this year, too.',
  'MENANTI: Dari kiri Kepala Dinas Pasar Telagasari Wening dan Ketua Paguyuban itu.',
  'Prices rose again this year.',
  'COVID-19 cases are rising again in the country, the ministry said on Monday.',
])('no place in: %s', (paragraph) => {
  expect(datelineOf(paragraph)).toBeNull()
})

test('a glued hyphen makes compounds in some languages', () => {
  expect(datelineOf('NATO-Staaten wollen mehr Geld ausgeben, sagte der Minister am Montag.', 'de')).toBeNull()
  expect(datelineOf('MALANG-Harga beras naik lagi di pasar, kata menteri pada Senin.', 'id')).toBe('MALANG')
})

describe('a place that is not in capitals', () => {
  const always = () => true

  test.each([
    ['Talbach - Es riecht noch nach Farbe, als die Leiterin am Montag die Tür aufschließt.', 'de', 'Talbach'],
    ['Bad Neustadt – „Wir öffnen am Samstag“, sagt die Leiterin und schließt die Tür auf.', 'de', 'Bad Neustadt'],
    ['وادي الزهور - افتتحت البلدية صباح اليوم سوقا جديدا في الجهة الشرقية من المدينة.', 'ar', 'وادي الزهور'],
    ['रामनगर - यहाँ के विद्यालय की छत पर अब एक छोटी-सी वेधशाला काम कर रही है।', 'hi', 'रामनगर'],
  ])('%s', (paragraph, language, place) => {
    expect(datelineOf(paragraph, language, always)).toBe(place)
    expect(datelineOf(paragraph, language)).toBeNull()
  })

  test.each([
    ['Peter Müller - der Minister - sagte am Montag, dass die Preise gestiegen seien.', 'de'],
    ['Hafen-Doku - Kemper lobt den Film und warnt vor der Droge, die er zeigt.', 'de'],
    ['Talbach: Es riecht noch nach Farbe, als die Leiterin am Montag die Tür aufschließt.', 'de'],
    ['افتتحت البلدية صباح اليوم سوقا - وهو الثالث - في الجهة الشرقية من المدينة.', 'ar'],
  ])('no place in: %s', (paragraph, language) => {
    expect(datelineOf(paragraph, language, always)).toBeNull()
  })

  test('has to stand elsewhere on the page', () => {
    const prose = 'Talbach - Es riecht noch nach Farbe, als die Leiterin am Montag die Tür des Bades aufschließt.'
    const read = (title: string) => {
      const page = textPage([title, prose], 'de')
      return readDateline(surveyPage(page, bodyFrom(page, 1, 1), null))
    }
    expect(read('Das Bad in Talbach öffnet')).toBe('Talbach')
    expect(read('Das Bad öffnet')).toBeNull()
  })
})

test('a Chinese dateline without an agency', () => {
  expect(datelineOf('临湖4月18日电（记者王小明）新馆星期一正式向公众开放，全天共接待读者三千余人次。')).toBe('临湖')
  expect(datelineOf('临湖新馆星期一正式向公众开放，全天共接待读者三千余人次，上午就排起了长队。')).toBeNull()
})
