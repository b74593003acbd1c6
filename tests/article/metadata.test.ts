import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../src/article/metadata.ts'
import type { Hints } from '../../src/types.ts'
import { block, heading } from '../helpers/blocks.ts'
import { bodyFrom, htmlPage, textPage } from '../helpers/page.ts'
import { WEIGHTS } from '../helpers/weights.ts'

const PROSE =
  'The ministry said on Monday that prices of rice and oil had fallen again this year, after a harvest that was better than farmers had expected in spring.'
const GIVEN = { url: null, language: null }

function readText(lines: readonly string[], language: string, first: number) {
  const page = textPage(lines, language)
  return readMetadata(page, bodyFrom(page, first, lines.length - 1), GIVEN, WEIGHTS[page.kind])
}

describe('text pages', () => {
  const page = [
    'tracker',
    'Rabu, 01 Apr 2020',
    'contohkota',
    'Home > Ekonomi Kota',
    'Ekonomi Kota',
    'Pemkot Jamin Bahan Baku Rotan Bersama Petani',
    '14 Maret 2019, 15: 32: 40 WIB | editor : Budi Santoso',
    'PASAR: Dari kiri Kepala Dinas Siti dan Ketua',
    'PASAR: Dari kiri Kepala Dinas Siti dan Ketua Petani melihat rotan. (DEWI SARI/CONTOH KOTA)',
    'KOTA-Nilai ekspor rotan dari kota ini naik lagi, kata Kepala Dinas, setelah panen yang lebih baik dari harapan para petani pada musim lalu di seluruh daerah.',
    '“Bahan baku rotan ada,” jelasnya.',
  ]

  test('reads all fields from lines', () => {
    const { metadata, claims, warnings } = readText([...page, '(sb/dew/Bud)'], 'id', 9)
    expect(metadata).toEqual({
      url: null,
      site: 'contohkota',
      title: 'Pemkot Jamin Bahan Baku Rotan Bersama Petani',
      date: '2019-03-14T15:32:40+07:00',
      modified: null,
      authors: [],
      editor: 'Budi Santoso',
      credits: [
        { role: 'editor', name: 'Budi Santoso' },
        { role: 'photographer', name: 'DEWI SARI/CONTOH KOTA' },
        { role: 'initials', name: 'sb' },
        { role: 'initials', name: 'dew' },
        { role: 'initials', name: 'Bud' },
      ],
      section: 'Ekonomi Kota',
      tags: [],
      language: 'id',
      dateline: 'KOTA',
      images: [
        {
          src: null,
          alt: null,
          caption: 'PASAR: Dari kiri Kepala Dinas Siti dan Ketua Petani melihat rotan.',
          credit: 'DEWI SARI/CONTOH KOTA',
        },
      ],
    })
    expect(claims.map(({ block: index, field }) => `${index} ${field}`)).toEqual([
      '2 site',
      '3 section',
      '5 title',
      '6 byline',
      '7 caption',
      '8 caption',
      '11 credit',
    ])
    expect(warnings).toEqual([])
  })

  test('frees the title of the site by the line that repeats the headline', () => {
    const lines = [
      'Prices fall again this year - Economy - Example',
      'Skip to content',
      'Prices fall again this year',
      'By Anna Berg',
      '3 May 2024',
      PROSE,
    ]
    const { metadata, claims } = readText(lines, 'en', 5)
    expect(metadata).toMatchObject({ title: 'Prices fall again this year', authors: ['Anna Berg'], date: '2024-05-03' })
    expect(claims.filter(({ field }) => field === 'title').map((claim) => claim.block)).toEqual([0, 2])
  })

  test('takes a byline after the lead', () => {
    const lines = [
      'Preise fallen wieder',
      'Preise fallen wieder',
      PROSE,
      'Von',
      'Anna Berg',
      'Tom Lee',
      '22.04.2024, 17:26 Uhr',
      PROSE,
      PROSE,
    ]
    const { metadata } = readText(lines, 'de', 2)
    expect(metadata).toMatchObject({ authors: ['Anna Berg', 'Tom Lee'], date: '2024-04-22T17:26:00+02:00' })
  })

  test('does not take the date of an update for that of publication', () => {
    const { metadata } = readText(['Prices fall again this year', 'Updated: 3 May 2024', PROSE], 'en', 2)
    expect(metadata).toMatchObject({ date: null, modified: '2024-05-03' })
  })

  test('tells published from updated in one line', () => {
    const { metadata } = readText(
      ['Harga turun lagi tahun ini', 'Diterbitkan 3 Mei 2024, 10.00 WIB | Diperbarui 4 Mei 2024, 11.00 WIB', PROSE],
      'id',
      2,
    )
    expect(metadata).toMatchObject({ date: '2024-05-03T10:00:00+07:00', modified: '2024-05-04T11:00:00+07:00' })
  })

  test('leaves out a date that can be read two ways, and says so', () => {
    const { metadata, warnings } = readText(['Prices fall again this year', '03/05/2024', PROSE], 'en', 2)
    expect(metadata.date).toBeNull()
    expect(warnings.map(({ code }) => code)).toEqual(['date-ambiguous'])
  })

  test('reads the order of figures off the country of the address', () => {
    const page2 = textPage(['Prices fall again this year', '03/05/2024', PROSE], 'en')
    const { metadata } = readMetadata(
      page2,
      bodyFrom(page2, 2, 2),
      {
        url: 'https://www.example.co.uk/a',
        language: null,
      },
      WEIGHTS[page2.kind],
    )
    expect(metadata).toMatchObject({ date: '2024-05-03', site: 'example' })
  })

  test('does not take dates of the prose or of teasers', () => {
    const prose = `${PROSE} It was as on 3 May 2020, when the harvest was bad as well, they said.`
    const { metadata } = readText(
      ['Prices fall again this year', prose, prose, prose, 'More stories', 'Rain comes', '9 May 2024'],
      'en',
      1,
    )
    expect(metadata.date).toBeNull()
  })

  test('reads tags', () => {
    const { metadata } = readText(['Prices fall again this year', PROSE, 'Tags: rice, oil'], 'en', 1)
    expect(metadata.tags).toEqual(['rice', 'oil'])
  })

  test.each([[[]], [['']], [['a']], [['---', '***', '...']]])('an empty page %j has no fields', (lines) => {
    const { metadata, claims } = readText(lines, 'en', 0)
    expect(metadata).toMatchObject({ title: null, date: null, authors: [] })
    expect(claims).toEqual([])
  })
})

describe('HTML pages', () => {
  const blocks = [
    block('Menu'),
    heading(1, 'Prices fall again this year'),
    block('By Tom Lee'),
    block('May 3, 2024'),
    block(PROSE),
  ]

  function readHtml(hints: Partial<Hints>, language = 'en') {
    const page = htmlPage(blocks, hints, language)
    return readMetadata(page, bodyFrom(page, 4, 4), GIVEN, WEIGHTS[page.kind])
  }

  test('JSON-LD goes before meta, and meta before lines', () => {
    const jsonLd = [
      {
        '@type': 'NewsArticle',
        headline: 'Prices fall again this year',
        author: { name: 'Anna Berg' },
        datePublished: '2024-05-03T10:00:00+02:00',
        dateModified: '2024-05-04',
      },
    ]
    const meta = [
      { name: 'author', content: 'Eve Roe' },
      { name: 'article:published_time', content: '2024-05-01' },
    ]
    expect(readHtml({ jsonLd, meta }).metadata).toMatchObject({
      authors: ['Anna Berg'],
      date: '2024-05-03T10:00:00+02:00',
      modified: '2024-05-04',
    })
    expect(readHtml({ meta }).metadata).toMatchObject({ authors: ['Eve Roe'], date: '2024-05-01' })
    expect(readHtml({}).metadata).toMatchObject({ authors: ['Tom Lee'], date: '2024-05-03' })
  })

  test('a weaker source of the same day adds the time', () => {
    const meta = [
      { name: 'article:published_time', content: '2024-05-03' },
      { name: 'date', content: '2024-05-03T10:15:00+02:00' },
    ]
    expect(readHtml({ meta }).metadata.date).toBe('2024-05-03T10:15:00+02:00')
  })

  test('the only heading that the title holds is the headline', () => {
    expect(readHtml({ title: 'Prices fall again this year | Example News' }).metadata).toMatchObject({
      title: 'Prices fall again this year',
      site: 'Example News',
    })
  })

  test('an outlet is no person where a person is named', () => {
    const meta = [
      { name: 'og:site_name', content: 'Example News' },
      { name: 'author', content: 'Example News' },
    ]
    expect(readHtml({ meta }).metadata).toMatchObject({ authors: ['Tom Lee'], site: 'Example News' })
  })

  test('twitter:data1 counts only under a byline label', () => {
    const meta = (label: string) => [
      { name: 'twitter:label1', content: label },
      { name: 'twitter:data1', content: 'Eve Roe' },
    ]
    expect(readHtml({ meta: meta('Written by') }).metadata.authors).toEqual(['Eve Roe'])
    expect(readHtml({ meta: meta('Est. reading time') }).metadata.authors).toEqual(['Tom Lee'])
  })

  test('placeholders are no values', () => {
    const meta = [
      { name: 'author', content: '{{author}}' },
      { name: 'og:title', content: 'undefined' },
      { name: 'article:section', content: 'null' },
    ]
    expect(readHtml({ meta }).metadata).toMatchObject({
      authors: ['Tom Lee'],
      title: 'Prices fall again this year',
      section: null,
    })
  })

  test('the name of the site is no section', () => {
    const meta = ['og:site_name', 'article:section'].map((name) => ({ name, content: 'Telaga Daily' }))
    const breadcrumbs = ['Telaga Daily', 'Economy']
    expect(readHtml({ meta, breadcrumbs }).metadata.section).toBe('Economy')
    expect(readHtml({ meta, breadcrumbs: ['Telaga Daily'] }).metadata.section).toBe(null)
  })

  test('the section comes from breadcrumbs, without home and headline', () => {
    const breadcrumbs = ['Home', 'Economy', 'Prices fall again this year']
    expect(readHtml({ breadcrumbs }).metadata.section).toBe('Economy')
  })

  test('a time element near the headline tells the date, one of a teaser does not', () => {
    const time = (start: number) => ({ via: 'time', text: '', value: '2024-05-02T08:00:00Z', start })
    const bare = [
      heading(1, 'Prices fall again this year', { span: { start: 100, end: 130 } }),
      block(PROSE, { span: { start: 200, end: 400 } }),
    ]
    const page = (start: number) => htmlPage(bare, { times: [time(start)] }, 'en')
    expect(readMetadata(page(150), bodyFrom(page(150), 1, 1), GIVEN, WEIGHTS.html).metadata.date).toBe(
      '2024-05-02T08:00:00Z',
    )
    expect(readMetadata(page(900), bodyFrom(page(900), 1, 1), GIVEN, WEIGHTS.html).metadata.date).toBeNull()
  })
})
