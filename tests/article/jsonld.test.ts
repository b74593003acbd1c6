import { describe, expect, test } from 'vitest'
import { readJsonLd } from '../../src/article/jsonld.ts'

const read = (...jsonLd: unknown[]) => readJsonLd(jsonLd, [], null)

describe('readJsonLd', () => {
  test('walks @graph and resolves @id', () => {
    const found = read({
      '@graph': [
        { '@type': 'WebSite', name: 'Example' },
        {
          '@type': 'NewsArticle',
          headline: 'Prices fall',
          author: [{ '@id': '#anna' }],
          publisher: { '@id': '#org' },
          datePublished: '2024-05-03',
        },
        { '@id': '#anna', '@type': 'Person', name: 'Anna Berg' },
        { '@id': '#org', '@type': 'Organization', name: 'Example Ltd' },
      ],
    })
    expect(found).toMatchObject({
      headline: 'Prices fall',
      published: '2024-05-03',
      publisher: 'Example Ltd',
      website: 'Example',
    })
    expect(found.authors).toEqual([{ name: 'Anna Berg', organisation: false }])
  })

  test('resolves references over all scripts, as strings and relative ones too', () => {
    const article = { '@type': 'Article', author: ['https://example.com/#ida', { '@id': '#jon' }, { '@id': '#kim' }] }
    const people = [
      { '@id': 'https://example.com/#ida', '@type': 'Person', name: 'Ida Moss' },
      { '@id': 'https://example.com/story#jon', '@type': 'Person', name: 'Jon Reed' },
    ]
    const page = { '@type': 'WebPage', creator: { '@id': '#kim', '@type': 'Organization', name: 'Kim & Co' } }
    expect(read(article, ...people, page).authors.map(({ name }) => name)).toEqual(['Ida Moss', 'Jon Reed', 'Kim & Co'])
  })

  test('a reference to nothing names nobody', () => {
    expect(read({ '@type': 'Article', author: ['https://example.com/#ida', { '@id': '#jon' }] }).authors).toEqual([])
  })

  test('reads lists and names in two parts', () => {
    const author = { '@list': [{ '@type': 'Person', givenName: 'Ida', familyName: 'Moss' }, { name: 'Jon Reed' }] }
    expect(read({ '@type': 'Article', author }).authors.map(({ name }) => name)).toEqual(['Ida Moss', 'Jon Reed'])
  })

  test('chooses the article whose headline the page shows', () => {
    const jsonLd = [
      { '@type': 'NewsArticle', headline: 'Another story', datePublished: '2020-01-01', author: 'Tom Lee' },
      { '@type': 'NewsArticle', headline: 'Prices fall' },
    ]
    expect(readJsonLd(jsonLd, ['Prices fall - Example'], null).headline).toBe('Prices fall')
  })

  test('puts persons before organisations', () => {
    const author = [{ '@type': 'Organization', name: 'AFP' }, { '@type': 'Person', name: 'Anna Berg' }, 'Tom Lee']
    expect(read({ '@type': 'Article', author }).authors.map((person) => person.name)).toEqual([
      'Anna Berg',
      'Tom Lee',
      'AFP',
    ])
  })

  test('decodes entities, twice where needed, and drops tags', () => {
    expect(read({ '@type': 'Article', headline: 'Prices &amp;amp; wages &#8211; <b>now</b>' }).headline).toBe(
      'Prices & wages – now',
    )
  })

  test('reads breadcrumbs in order', () => {
    const itemListElement = [{ name: 'News' }, { item: { '@id': '/e', name: 'Economy' } }]
    expect(read({ '@type': 'BreadcrumbList', itemListElement }).breadcrumbs).toEqual(['News', 'Economy'])
  })

  test.each([
    [null],
    ['text'],
    [[[[]]]],
    [JSON.parse('{"__proto__": {"headline": "no"}, "@type": "Article"}')],
    [{ '@type': 'Article', headline: { deep: 1 }, author: 5, keywords: [null, {}] }],
    [{ '@type': ['Thing', 7], '@graph': 'x' }],
  ])('says nothing about %j', (value) => {
    expect(read(value)).toMatchObject({ headline: null, authors: [] })
  })

  test('does not follow cycles for ever, nor into comments', () => {
    const node: Record<string, unknown> = { '@type': 'Thing', comment: { '@type': 'Article', headline: 'no' } }
    node.mainEntity = node
    expect(read(node).headline).toBeNull()
  })
})
