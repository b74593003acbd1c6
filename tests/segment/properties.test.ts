import { describe, expect, test } from 'vitest'
import { segmentHtml } from '../../src/segment/html.ts'
import { plainName } from '../../src/segment/vocabulary.ts'

const hintsOf = (html: string) => segmentHtml(html, null).hints

test.each([
  ['DC.Creator', 'dc.creator'],
  ['dc:title', 'dc.title'],
  ['DCTERMS:created', 'dcterms.created'],
  ['dct:issued', 'dcterms.issued'],
  ['schema:headline', 'headline'],
  ['http://schema.org/datePublished', 'datepublished'],
  ['http://purl.org/dc/terms/modified', 'dcterms.modified'],
  ['og:title', 'og:title'],
  ['article:published_time', 'article:published_time'],
  ['date', 'date'],
  ['', ''],
])('the name %s is looked up as %s', (name, plain) => expect(plainName(name)).toBe(plain))

test('a meta element may have several names', () => {
  const { meta } = hintsOf(
    '<meta name="author" property="dc:creator article:author" itemprop="author" content="Ida Moss">',
  )
  expect(meta.map(({ name }) => name)).toEqual(['dc.creator', 'article:author', 'author'])
})

test('a parsely-page element is read like the single elements', () => {
  const page = {
    title: 'Ferry to close',
    authors: ['Ida Moss', 'Jon Reed'],
    pub_date: '2024-05-03',
    tags: [1, 'ferry'],
  }
  const { meta } = hintsOf(`<meta name="parsely-page" content='${JSON.stringify(page)}'>`)
  expect(meta.slice(1).map(({ name, content }) => `${name}=${content}`)).toEqual([
    'parsely-title=Ferry to close',
    'parsely-author=Ida Moss',
    'parsely-author=Jon Reed',
    'parsely-pub-date=2024-05-03',
    'parsely-tags=ferry',
  ])
  expect(hintsOf('<meta name="parsely-page" content="none">').meta).toHaveLength(1)
})

describe('microdata and RDFa', () => {
  test('what an element declares by its text', () => {
    const { meta, tags } = hintsOf(`
      <h1 itemprop="headline">Ferry to close</h1>
      <span itemprop="articleSection">Posted in <a href="/n">News</a>, <a href="/t">Town</a></span>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="Riverton Post"><p>Since 1901</p></div>
      <span property="dc:subject">Boats</span>
      <p itemprop="keywords">Tagged <a href="/f">ferry</a>, <a href="/r">river</a></p>`)
    expect(meta.filter(({ name }) => name !== 'name')).toEqual([
      { name: 'headline', content: 'Ferry to close' },
      { name: 'articlesection', content: 'News' },
      { name: 'publisher.name', content: 'Riverton Post' },
      { name: 'dc.subject', content: 'Boats' },
    ])
    expect(tags).toEqual(['ferry', 'river'])
  })

  test('a person is known by the name, not by role and biography', () => {
    const { people } = hintsOf(`
      <div itemprop="author" itemscope><b itemprop="name">Ida Moss</b><i itemprop="jobTitle">Editor at large</i></div>
      <div property="schema:author" typeof="Person"><meta property="name" content="Jon Reed"></div>
      <span property="dc:creator">Kim Hale</span>`)
    expect(people.map(({ via, text }) => [via, text])).toEqual([
      ['itemprop=author', 'Ida Moss'],
      ['property=author', 'Jon Reed'],
      ['property=dc.creator', 'Kim Hale'],
    ])
  })

  test('dates', () => {
    const { times } = hintsOf(`
      <span property="dc:date dc:created" content="2012-03-04T10:00:00+01:00">4 March</span>
      <time itemprop="datePublished" datetime="2012-03-05">5 March</time>`)
    expect(times.map(({ via, value }) => [via, value])).toEqual([
      ['property=dc.date', '2012-03-04T10:00:00+01:00'],
      ['itemprop=datepublished', '2012-03-05'],
    ])
  })

  test('a breadcrumb list by its type', () => {
    const { breadcrumbs } = hintsOf(`<ol itemscope itemtype="https://schema.org/BreadcrumbList">
      <li itemprop="itemListElement"><a href="/"><span itemprop="name">Home</span></a><meta itemprop="position" content="1"></li>
      <li itemprop="itemListElement"><a href="/n"><span itemprop="name">News</span></a></li></ol>`)
    expect(breadcrumbs).toEqual(['Home', 'News'])
  })

  test('links that are not the canonical one are no address of the page', () => {
    expect(hintsOf('<link itemprop="thumbnailUrl" href="https://example.com/a.jpg">').canonical).toBeNull()
  })
})
