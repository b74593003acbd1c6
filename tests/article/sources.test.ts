import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import type { ChosenField } from '../../src/types.ts'

const PROSE =
  'The ferry that has carried cars over the river for ninety years will stop in autumn, the council said on Monday, because the pier on the north bank can no longer be repaired.'

/** A page with a head and with elements before its prose, and little else to go by. */
function pageOf(head: string, body = ''): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}<article>${`<p>${PROSE}</p>`.repeat(4)}</article></body></html>`
}

/** What a field is, and where that was found. */
async function fieldOf(html: string, field: ChosenField): Promise<string> {
  const { candidates } = await extract(
    { kind: 'html', text: html, url: null, language: null, warnings: [] },
    { candidates: true },
  )
  const [first] = candidates?.[field] ?? []
  return first === undefined ? '' : `${first.value} (${first.source})`
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('declared', () => {
  const NEWS = { '@type': 'NewsArticle', headline: 'Ferry to close in autumn' }

  test.each<[ChosenField, string, string]>([
    ['title', jsonLd(NEWS), 'Ferry to close in autumn (JSON-LD headline)'],
    ['title', meta('dc.title', 'Ferry to close in autumn'), 'Ferry to close in autumn (dc.title)'],
    ['title', meta('DCTERMS.title', 'Ferry to close in autumn'), 'Ferry to close in autumn (dcterms.title)'],
    ['title', meta('citation_title', 'Ferry to close in autumn'), 'Ferry to close in autumn (citation_title)'],
    ['title', meta('parsely-title', 'Ferry to close in autumn'), 'Ferry to close in autumn (parsely-title)'],
    ['title', meta('sailthru.title', 'Ferry to close in autumn'), 'Ferry to close in autumn (sailthru.title)'],
    ['date', jsonLd({ ...NEWS, datePublished: '2024-05-03' }), '2024-05-03 (JSON-LD datePublished)'],
    ['date', meta('dcterms.created', '2024-05-03'), '2024-05-03 (dcterms.created)'],
    ['date', '<meta property="dc:date" content="2024-05-03">', '2024-05-03 (dc.date)'],
    ['date', meta('citation_date', '2024/05/03'), '2024-05-03 (citation_date)'],
    ['date', meta('parsely-pub-date', '2024-05-03T08:00:00Z'), '2024-05-03T08:00:00Z (parsely-pub-date)'],
    ['date', meta('sailthru.date', '2024-05-03'), '2024-05-03 (sailthru.date)'],
    ['modified', meta('dcterms.modified', '2024-05-04'), '2024-05-04 (dcterms.modified)'],
    ['authors', jsonLd({ ...NEWS, author: { '@type': 'Person', name: 'Ida Moss' } }), 'Ida Moss (JSON-LD author)'],
    ['authors', meta('DC.Creator', 'Ida Moss'), 'Ida Moss (dc.creator)'],
    ['authors', '<meta property="dcterms:creator" content="Ida Moss">', 'Ida Moss (dcterms.creator)'],
    ['authors', meta('parsely-author', 'Ida Moss'), 'Ida Moss (parsely-author)'],
    ['authors', meta('sailthru.author', 'Ida Moss'), 'Ida Moss (sailthru.author)'],
    [
      'authors',
      meta('citation_author', 'Moss, Ida') + meta('citation_author', 'Reed, Jon'),
      'Ida Moss, Jon Reed (citation_author)',
    ],
    ['authors', meta('citation_authors', 'Moss, Ida; Reed, Jon'), 'Ida Moss, Jon Reed (citation_authors)'],
    ['authors', meta('author', 'Ida Moss'), 'Ida Moss (meta author)'],
    ['editor', jsonLd({ ...NEWS, editor: { name: 'Jon Reed' } }), 'Jon Reed (JSON-LD editor)'],
    ['site', '<meta property="og:site_name" content="Riverton Post">', 'Riverton Post (og:site_name)'],
    ['site', meta('citation_journal_title', 'Annals of Ferries'), 'Annals of Ferries (citation_journal_title)'],
    ['site', meta('dc.publisher', 'Riverton Post'), 'Riverton Post (dc.publisher)'],
    ['section', meta('parsely-section', 'Town'), 'Town (parsely-section)'],
    ['section', meta('sailthru.section', 'Town'), 'Town (sailthru.section)'],
    ['tags', meta('parsely-tags', 'ferry,river'), 'ferry, river (parsely-tags)'],
    ['tags', meta('sailthru.tags', 'ferry, river'), 'ferry, river (sailthru.tags)'],
    ['tags', meta('citation_keywords', 'ferry; river'), 'ferry, river (citation_keywords)'],
    ['tags', meta('dc.subject', 'ferry') + meta('dc.subject', 'river'), 'ferry, river (dc.subject)'],
    ['url', '<link rel="canonical" href="https://example.com/ferry">', 'https://example.com/ferry (canonical link)'],
    ['url', '<meta property="og:url" content="https://example.com/ferry">', 'https://example.com/ferry (og:url)'],
  ])('%s from %s', async (field, head, expected) => {
    expect(await fieldOf(pageOf(head), field)).toBe(expected)
  })
})

describe('marked', () => {
  const H1 = '<h1>Ferry to close in autumn</h1>'

  test.each<[ChosenField, string, string]>([
    ['title', '<h1 itemprop="headline">Ferry to close in autumn</h1>', 'Ferry to close in autumn (h1)'],
    [
      'date',
      `${H1}<time itemprop="datePublished" datetime="2024-05-03">last week</time>`,
      '2024-05-03 (itemprop=datepublished)',
    ],
    ['date', `${H1}<span property="dc:date" content="2024-05-03">last week</span>`, '2024-05-03 (property=dc.date)'],
    ['authors', `${H1}<span property="schema:author">Ida Moss</span>`, 'Ida Moss (property=author)'],
    [
      'authors',
      `${H1}<div itemprop="author" itemscope><b itemprop="name">Ida Moss</b> <i>Reporter</i></div>`,
      'Ida Moss (itemprop=author)',
    ],
    [
      'site',
      '<div itemprop="publisher" itemscope><b itemprop="name">Riverton Post</b></div>',
      'Riverton Post (itemprop=publisher)',
    ],
    ['section', '<a itemprop="articleSection" href="/t">Town</a>', 'Town (itemprop=articleSection)'],
    [
      'tags',
      '<a itemprop="keywords" href="/f">ferry</a> <a itemprop="keywords" href="/r">river</a>',
      'ferry, river (tag links)',
    ],
  ])('%s from %s', async (field, body, expected) => {
    expect(await fieldOf(pageOf('', body), field)).toBe(expected)
  })
})
