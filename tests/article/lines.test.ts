import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../src/article/metadata.ts'
import { signature } from '../../src/article/signature.ts'
import { surveyPage } from '../../src/article/survey.ts'
import type { Hints } from '../../src/types.ts'
import { block, heading } from '../helpers/blocks.ts'
import { bodyFrom, htmlPage, textPage } from '../helpers/page.ts'
import { WEIGHTS } from '../helpers/weights.ts'

const GIVEN = { url: null, language: null }
const PROSE =
  'The town opened a market on Monday, after a year of work that cost more than the council had planned for.'
const JAPANESE =
  '町は月曜日に新しい市場を開いた。工事は一年続き、費用は予定を上回ったが、朝から多くの人が訪れ、店の前には長い列ができた。'
const CHINESE =
  '经过八个月的改造，老菜市场昨天重新开门迎客。改造后的市场共有两百个摊位，比原来多了六十多个，通道也加宽到三米，市民纷纷前来。'

/** The fields of a text page whose body is the lines from `first` on, `after` lines at the end left out. */
function read(lines: readonly string[], language: string, first: number, after = 0) {
  const page = textPage(lines, language)
  return readMetadata(page, bodyFrom(page, first, lines.length - 1 - after), GIVEN, WEIGHTS[page.kind])
}

describe('the name of the site', () => {
  test('is not the day that ends a title', () => {
    const lines = ['A market for our town | Review | 28.04.2023', 'A market for our town', '28.04.2023', PROSE]
    expect(read(lines, 'en', 3).metadata.site).not.toBe('28.04.2023')
  })

  test('stands after the headline in the title of the page, whatever parts the two', () => {
    const lines = ['町に新しい市場が開く 工事に一年：みなと日報', '町に新しい市場が開く 工事に一年', JAPANESE]
    expect(read(lines, 'ja', 2).metadata).toMatchObject({
      title: '町に新しい市場が開く 工事に一年',
      site: 'みなと日報',
    })
  })

  test('is a line at the top that the copyright names as well', () => {
    const lines = ['The Ostley Mercury', 'Sport', 'A new market opens in the town', PROSE, '© The Ostley Mercury 2024']
    const { metadata, claims } = read(lines, 'en', 3, 1)
    expect(metadata).toMatchObject({ title: 'A new market opens in the town', site: 'The Ostley Mercury' })
    expect(claims).toContainEqual({ block: 0, field: 'site' })
  })

  test('is not the owner of the copyright alone, nor a menu', () => {
    const lines = ['Home | News | Sport', 'A new market opens in the town', PROSE, '© 2024 Ostley Media']
    expect(read(lines, 'en', 2, 1).metadata).toMatchObject({ title: 'A new market opens in the town', site: null })
  })

  const HEADLINE = 'A new market opens in the town'

  test.each([
    ['the end of the title that is an address', ['Ostley.example.com | Winter Cup', 'info@ostley.com'], 'ostley.com'],
    [
      'the outer end that the copyright names',
      ['Winter Cup - Ostley Mercury', '© Ostley Mercury Ltd'],
      'Ostley Mercury',
    ],
    ['the outer end that a line at the top repeats', ['Winter Cup - Ostley Mercury', ''], 'Ostley Mercury'],
  ])('is %s, not the section between', (name, [ends = '', last = ''], site) => {
    const title = name.includes('address') ? `${site} | Winter Cup | ${HEADLINE}` : `${HEADLINE} - ${ends}`
    const top = name.includes('top') ? 'Ostley Mercury' : 'News'
    expect(read([title, top, 'Winter Cup', HEADLINE, PROSE, last], 'en', 4, 1).metadata).toMatchObject({
      title: HEADLINE,
      site,
    })
  })

  test.each([
    ['stands on the page as well', 'Ostley Mercury', '© 2024 Ostley Mercury AB | Imprint', 'Ostley Mercury'],
    [
      'stands before the sign',
      'Ostley Mercury Ostley Mercury',
      'Ostley Mercury © All rights reserved',
      'Ostley Mercury',
    ],
    ['is a publisher that is called like it', 'Ostley Mercury', '© Ostley Mercury Publishing, SLU', 'Ostley Mercury'],
    ['is nowhere else', 'Ostley Mercury', '© 2024 Lowland Media', null],
  ])('is the holder of the copyright: that %s', (_, top, notice, site) => {
    const lines = [HEADLINE, 'Skip to content', top, 'Weather', HEADLINE, PROSE, notice]
    expect(read(lines, 'en', 5, 1).metadata.site).toBe(site)
  })

  test('is the address that the page names again and again', () => {
    const more = ['Write to us: desk@ostley.is', 'ostley.is', 'More on ostley.is', 'About ostley.is', 'haven.is']
    const lines = [HEADLINE, 'Skip to content', HEADLINE, PROSE, ...more]
    expect(read(lines, 'en', 3, more.length).metadata.site).toBe('ostley.is')
    expect(read(lines.slice(0, 6), 'en', 3, 2).metadata.site).toBeNull()
  })

  test('is no end of the headline that another line leaves out', () => {
    const lines = [`${HEADLINE}, by decree`, 'Skip to content', HEADLINE, PROSE]
    expect(read(lines, 'en', 3).metadata.site).toBeNull()
  })
})

describe('the section over the headline of a text page', () => {
  const HEADLINE = 'A new market opens in the town'
  const MENU = ['Weather', 'Sport', 'Culture', 'Towns', 'Archive']
  const sectionOf = (over: readonly string[], menu: readonly string[] = MENU) => {
    const lines = ['Title of the page is this', ...menu, ...over, HEADLINE, '3 May 2024', PROSE]
    return read(lines, 'en', lines.length - 1).metadata.section
  }

  test.each([
    ['the way home and a label a line', ['Home', 'Towns', 'Harbour'], 'Harbour'],
    ['a trail without the way home', ['Towns / Harbour'], 'Harbour'],
    ['a label that the menu has as well', ['Towns'], 'Towns'],
    ['none: the menu does not know the label', ['Harbour'], null],
    ['none: a button that ends the menu', ['Search'], null],
  ])('%s', (_, over, section) => {
    expect(sectionOf(over, [...MENU, 'Search', 'Shop'])).toBe(section)
  })

  test('is not the end of a menu that stands there twice', () => {
    expect(sectionOf(['Towns', 'Archive'])).toBeNull()
  })
})

describe('who signs a text page', () => {
  const RUSSIAN =
    'Новый рынок открылся в понедельник после года работ, которые обошлись городу дороже, чем рассчитывал совет.'
  const authorsOf = (...tail: string[]) => {
    const lines = ['В городе открылся новый рынок', '3 мая 2024', RUSSIAN, RUSSIAN, ...tail]
    return read(lines, 'ru', 2, tail.length).metadata.authors
  }

  test('stands alone right after the body', () => {
    expect(authorsOf('Пётр Лисицын', 'Подписывайтесь на нас')).toEqual(['Пётр Лисицын'])
    expect(authorsOf('Пётр Лисицын, Ольга Сорока', 'Реклама')).toEqual(['Пётр Лисицын', 'Ольга Сорока'])
  })

  test('is no list of tags, and no label', () => {
    expect(authorsOf('Пётр Лисицын', 'Ольга Сорока')).toEqual([])
    expect(authorsOf('Городские Новости', 'Городские рынки', 'Городские парки')).toEqual([])
  })

  test('is not told by two capitals where labels have them', () => {
    const page = (language: string) => textPage([PROSE, 'Harbour Towns', 'Share'], language)
    const signed = (language: string) =>
      signature(surveyPage(page(language), bodyFrom(page(language), 0, 0), null)).names
    expect(signed('en')).toEqual([])
    expect(signed('es')).toEqual(['Harbour Towns'])
  })
})

test('a dated byline in the text is of the story that the page links to', () => {
  const lines = (head: string) => [
    'A new market opens in the town',
    head,
    '3 May 2024',
    PROSE,
    'The old market closes after forty years',
    'By Orla Finch 9 March 2023',
    PROSE,
  ]
  expect(read(lines('By Ada Brandt'), 'en', 3).metadata.authors).toEqual(['Ada Brandt'])
  expect(read(lines('Towns'), 'en', 3).metadata.authors).toEqual(['Orla Finch'])
})

describe('Chinese and Japanese lines', () => {
  test('trail, source, editor', () => {
    const lines = [
      '当前位置：首页 > 社会 > 正文',
      '老菜市场改造完成重新开门迎客',
      '2023-06-20 08:15 来源：东湖早报',
      `本报讯（记者 王小明）${CHINESE}`,
      CHINESE,
      '[责任编辑：李红]',
    ]
    expect(read(lines, 'zh', 3, 1).metadata).toMatchObject({
      section: '社会',
      authors: ['王小明'],
      editor: '李红',
      credits: [
        { role: 'author', name: '王小明' },
        { role: 'editor', name: '李红' },
        { role: 'agency', name: '东湖早报' },
      ],
    })
  })

  test('the name of the author alone, next to the date', () => {
    const lines = (name: string) => ['町に新しい市場が開く', name, '2024年2月5日 7時00分', JAPANESE]
    expect(read(lines('山田花子'), 'ja', 3).metadata.authors).toEqual(['山田花子'])
    expect(read(lines('政治部'), 'ja', 3).metadata.authors).toEqual([])
    expect(read(lines('スポーツ'), 'ja', 3).metadata.authors).toEqual([])
  })
})

test('who took the picture did not write the text', () => {
  const lines = ['은하동 시장 다시 연다', PROSE, '다시 문을 연 시장의 모습. 사진=김하나 기자', PROSE]
  const { metadata, claims } = read(lines, 'ko', 1)
  expect(metadata).toMatchObject({ authors: [], credits: [{ role: 'photographer', name: '김하나' }] })
  expect(claims).toContainEqual({ block: 2, field: 'caption' })
})

test('a source in other languages is an agency or nothing', () => {
  const lines = (source: string) => ['A new market opens in the town', `3 May 2024 | Source: ${source}`, PROSE]
  expect(read(lines('Reuters'), 'en', 2).metadata.credits).toEqual([{ role: 'agency', name: 'Reuters' }])
  expect(read(lines('The town council'), 'en', 2).metadata.credits).toEqual([])
})

test('tags part at the commas of every script', () => {
  const lines = ['افتتاح سوق جديد في المدينة', PROSE, PROSE, 'الكلمات المفتاحية: سوق، مدينة؛ بلدية']
  expect(read(lines, 'ar', 1, 1).metadata.tags).toEqual(['سوق', 'مدينة', 'بلدية'])
})

test('tags stand below their label, a line each, where the article speaks of them', () => {
  const tagged = (labels: readonly string[]) => ['A new market opens in the town', PROSE, PROSE, 'Tags', ...labels]
  const tags = (labels: readonly string[]) => read(tagged(labels), 'en', 1, labels.length + 1).metadata.tags
  expect(tags(['Market', '/', 'Town council', 'Harbour', 'Share'])).toEqual(['Market', 'Town council'])
  expect(tags(['Horoscopes', 'Weather', 'Sudoku', 'Market'])).toEqual([])
})

test('the language tells the country of a zone', () => {
  const lines = ['नगर में नया बाजार खुला', '15 जुलाई 2022, 11:25 IST', PROSE]
  expect(read(lines, 'hi', 2).metadata.date).toBe('2022-07-15T11:25:00+05:30')
  expect(read(lines, 'en', 2).metadata.date).not.toContain('+')
})

test('a section beside the date is no author', () => {
  const lines = ['Home > Ekonomi Kota', 'Ekonomi Kota', 'Pasar kota dibuka lagi', '9 November 2021, 14:05', PROSE]
  expect(read(lines, 'id', 4).metadata).toMatchObject({ section: 'Ekonomi Kota', authors: [] })
})

test('a blog may be called by its author', () => {
  const person = { via: 'rel=author', text: 'Imogen Holm', value: '/about/', start: 10 }
  const meta = [
    { name: 'og:site_name', content: 'Holm Notes' },
    { name: 'author', content: 'Imogen Holm' },
  ]
  const authors = (hints: Partial<Hints>) => {
    const page = htmlPage([heading(1, 'A calendar for our allotment'), block(PROSE)], hints, 'en')
    return readMetadata(
      page,
      bodyFrom(page, 1, 1),
      { url: 'https://notes.holm.example/', language: null },
      WEIGHTS[page.kind],
    ).metadata.authors
  }
  expect(authors({ meta, people: [person] })).toEqual(['Imogen Holm'])
  // Nobody else is named: the organisation wrote it.
  expect(authors({ meta: [{ name: 'author', content: 'Holm Notes' }, ...meta.slice(0, 1)] })).toEqual(['Holm Notes'])
})
