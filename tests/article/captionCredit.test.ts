import { describe, expect, test } from 'vitest'
import { splitCaption } from '../../src/article/captionCredit.ts'

type Row = readonly [line: string, text: string, credit: string | null, language?: string]

describe('a line that ends in a credit', () => {
  const rows: readonly Row[] = [
    ['A market in the north. (ANISA RAHMA/KABAR TELAGA)', 'A market in the north.', 'ANISA RAHMA/KABAR TELAGA'],
    ['A market. (AP Photo/Anna Berg)', 'A market.', 'AP Photo/Anna Berg'],
    ['A market. (Anna Berg/Flash90)', 'A market.', 'Anna Berg/Flash90'],
    ['A market. (AP Photo/Anna Berg, File)', 'A market.', 'AP Photo/Anna Berg, File'],
    ['Ein Markt. (Symbolfoto: picture alliance / dpa)', 'Ein Markt.', 'Symbolfoto: picture alliance / dpa', 'de'],
    ['A market on Monday (Anna Berg/dpa)', 'A market on Monday', 'Anna Berg/dpa'],
    ['A market. (Photo courtesy of the council)', 'A market.', 'Photo courtesy of the council'],
    ['A market. Photo: Anna Berg', 'A market.', 'Anna Berg'],
    ['A market. Photo: Anna Berg.', 'A market.', 'Anna Berg'],
    ['A market. | Photo by Anna Berg', 'A market.', 'Anna Berg'],
    ['A market Photo: Anna Berg', 'A market', 'Anna Berg'],
    ['Ein Markt im Norden. Foto: Anna Berg/dpa', 'Ein Markt im Norden.', 'Anna Berg/dpa', 'de'],
    ['Ein Markt im Norden. © dpa', 'Ein Markt im Norden.', 'dpa', 'de'],
    ['Ein Markt im Norden. Foto: dpa', 'Ein Markt im Norden.', 'dpa', 'de'],
    ['Un marché au nord. Photo Anne Dubois', 'Un marché au nord.', 'Anne Dubois', 'fr'],
    ['Un marché au nord. © Photo Anne Dubois', 'Un marché au nord.', 'Anne Dubois', 'fr'],
    ['Un marché au nord. Crédit : A. Dubois / LDC', 'Un marché au nord.', 'A. Dubois / LDC', 'fr'],
    ['Un mercado, este lunes. / Foto: Ana Ruiz', 'Un mercado, este lunes.', 'Ana Ruiz', 'es'],
    ['Рынок на севере. Фото: Анна Иванова / «Север»', 'Рынок на севере.', 'Анна Иванова / «Север»', 'ru'],
    ['سوق في الشمال (تصوير: عمر علي)', 'سوق في الشمال', 'عمر علي', 'ar'],
    ['उत्तर का बाजार। (फोटो: अनिल वर्मा)', 'उत्तर का बाजार।', 'अनिल वर्मा', 'hi'],
    ['북쪽의 시장 [사진=한빛뉴스]', '북쪽의 시장', '한빛뉴스', 'ko'],
    ['北の市場【写真：田中一郎】', '北の市場', '田中一郎', 'ja'],
    ['A note on sources. [1]', 'A note on sources. [1]', null],
    ['北边的市场。王小明 摄', '北边的市场。', '王小明', 'zh'],
    ['北边的市场。（王小明 摄）', '北边的市场。', '王小明', 'zh'],
    ['北の市場＝東町（山田花子撮影）', '北の市場＝東町', '山田花子', 'ja'],
    ['北の市場＝3日午前、山田花子撮影', '北の市場＝3日午前', '山田花子', 'ja'],
    ['북쪽의 시장. 사진=김하나 기자', '북쪽의 시장.', '김하나', 'ko'],
    ['북쪽의 시장이 열렸다. 동해시 제공', '북쪽의 시장이 열렸다.', '동해시', 'ko'],
  ]
  test.each(rows.map((row) => [row] as const))('%s', ([line, text, credit, language = null]) => {
    expect(splitCaption(line, language)).toEqual({ text, credit })
  })
})

describe('a line that ends in something else', () => {
  test.each([
    'A market (in the north) on Monday',
    'Members of the party (CDU)',
    'Members of the parties (CDU/CSU)',
    'Campaigns of all kinds (AI/ML)',
    'A mouse for both hands (Right/Left Wireless)',
    'Titles are given after the exam (CPA, SPHR, PMP)',
    'Goods of the harbour (sea, rail; short/long-term storage)',
    'Whoever has seen (a), (b) or (c) may go',
    'A house of 1907 (Old Quay: Marl Press, ©1907., 1907), by Marl',
    'They came with Dr. Anna Berg',
    'A market in the north. Anna Berg',
    'We asked for a photo: nobody had one. So we went there',
  ])('%s', (line) => {
    expect(splitCaption(line, null)).toEqual({ text: line, credit: null })
  })
})

describe('what the page marks as a caption', () => {
  const rows: readonly Row[] = [
    ['Una vidriera, ya limpia. J. L. Pardo', 'Una vidriera, ya limpia.', 'J. L. Pardo', 'es'],
    ['A market in the north. Reuters', 'A market in the north.', 'Reuters'],
    ['A market in the north (AFP)', 'A market in the north', 'AFP'],
    ['The mayor with Dr. Anna Berg', 'The mayor with Dr. Anna Berg', null],
    ['A market in the north. It rained.', 'A market in the north. It rained.', null],
    ['Photo: Anna Berg', '', 'Anna Berg'],
    ['', '', null],
  ]
  test.each(rows.map((row) => [row] as const))('%s', ([line, text, credit, language = null]) => {
    expect(splitCaption(line, language, true)).toEqual({ text, credit })
  })
})
