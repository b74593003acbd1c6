import { expect, test } from 'vitest'
import { openingReporters, reportersOf } from '../../src/article/openings.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { bodyFrom, textPage } from '../helpers/page.ts'

test.each([
  ['临湖4月18日电（记者王小明）新馆星期一开放。', ['王小明']],
  ['本报讯（记者 王小明）新馆星期一开放。', ['王小明']],
  ['本报讯 （实习记者 王小明 记者李红、赵云）新馆星期一开放。', ['王小明', '李红', '赵云']],
  ['(서울=동방뉴스) 김하나 기자 = 시장이 열렸다.', ['김하나']],
  ['【青浦＝山田花子】市場は月曜日に開いた。', ['山田花子']],
  ['【ワシントン＝共同】市場は月曜日に開いた。', []],
  ['新馆（见图）星期一开放。', []],
  ['A market (reporters were there) opened on Monday.', []],
  ['', []],
])('%s', (paragraph, names) => {
  expect(reportersOf(paragraph)).toEqual(names)
})

test('only the first paragraphs of the body name their reporter', () => {
  const prose = '新馆星期一向公众开放，当天上午门前的广场上已经排起了长队，全天共接待读者三千余人次。'
  const late = textPage([prose, prose, prose, `本报讯（记者 王小明）${prose}`])
  expect(openingReporters(surveyPage(late, bodyFrom(late, 0, 3), null)).names).toEqual([])
  const early = textPage(['标题', `本报讯（记者 王小明）${prose}`, prose])
  expect(openingReporters(surveyPage(early, bodyFrom(early, 1, 2), null)).names).toEqual(['王小明'])
})
