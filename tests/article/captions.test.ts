import { describe, expect, test } from 'vitest'
import { splitCaption } from '../../src/article/captionCredit.ts'
import { readCaptions } from '../../src/article/captions.ts'
import { surveyPage } from '../../src/article/survey.ts'
import { block, container, image, inside } from '../helpers/blocks.ts'
import { bodyFrom, htmlPage } from '../helpers/page.ts'

test.each([
  ['A market in the north. (ANISA RAHMA/KABAR TELAGA)', 'A market in the north.', 'ANISA RAHMA/KABAR TELAGA'],
  ['A market. (AP Photo/Anna Berg)', 'A market.', 'AP Photo/Anna Berg'],
  ['A market. Photo: Anna Berg', 'A market.', 'Anna Berg'],
  ['Ein Markt im Norden. Foto: Anna Berg/dpa', 'Ein Markt im Norden.', 'Anna Berg/dpa'],
  ['Ein Markt im Norden. © dpa', 'Ein Markt im Norden.', 'dpa'],
  ['Рынок на севере. Фото: Анна Иванова', 'Рынок на севере.', 'Анна Иванова'],
  ['A market (in the north) on Monday', 'A market (in the north) on Monday', null],
  ['Members of the party (CDU)', 'Members of the party (CDU)', null],
])('%s', (line, text, credit) => {
  expect(splitCaption(line, null)).toEqual({ text, credit })
})

describe('readCaptions', () => {
  test('joins a picture of the body with the caption of its figure', () => {
    const figure = container('figure')
    const caption = container('caption')
    const page = htmlPage(
      [
        inside([figure], image({ src: 'https://example.com/a.jpg', alt: 'A market' })),
        inside([figure, caption], block('A market in the north. Photo: Anna Berg')),
        block('Prices fell by 3.5 percent on Monday, the ministry said, and shops were full.'),
      ],
      {},
    )
    const read = readCaptions(surveyPage(page, bodyFrom(page, 0, 2), null), -1)
    expect(read.images).toEqual([
      { src: 'https://example.com/a.jpg', alt: 'A market', caption: 'A market in the north.', credit: 'Anna Berg' },
    ])
    expect(read.credits).toEqual([{ role: 'photographer', name: 'Anna Berg' }])
    expect(read.captions).toEqual([1])
  })
})
