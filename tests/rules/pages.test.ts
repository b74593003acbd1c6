import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import { cleanArticle } from '../../src/index.ts'
import type { SiteRule, SiteRules } from '../../src/rules/siteRules.ts'
import { htmlPage, textPage, withoutSpace } from '../helpers/pages.ts'

const REPAIR =
  'The council said on Monday that the bridge over the river will be repaired before the winter, and that the work, ' +
  'which was delayed twice, should take no longer than three months.'
const COST =
  'The repair costs two million, of which the county pays a half, and the ferry will run on weekdays until the last of ' +
  'the beams is in its place again.'
const OFFER =
  'Readers who order the paper this week get it for three months at half the price, with a map of the county.'

const TEXT = `Home > News

THE TAMAR POST PRESENTS: Bridge to be repaired

Set down for us on 3 March 2021 from the town hall, Ann Lee

${REPAIR}

${OFFER}

${COST}

Note: the ferry is free.

Tell a friend of it by post
`

const HTML = `<!doctype html><title>Tamar Post</title>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><div class="kicker">Bridge to be repaired</div>
<h1>All the news of the county, every day</h1>
<p class="who">Set down by <b>Ann Lee</b> and <b>Bo Ray</b></p><span class="when" data-day="x">03.03.2021</span>
<p>${REPAIR} <a class="more" href="/map">See our map!</a> So it said.</p>
<div data-slot="7"><p>${OFFER}</p><p class="keep">Note: the ferry is free.</p></div>
<p>${COST}</p></main>
<footer><p>Printed at the old mill by the Tamar Post since 1897, six days a week.</p></footer>`

const RULE: SiteRule = {
  keep: [{ line: 'Note: *' }, 'footer'],
  remove: ['[data-slot]', '.more', 'h1', { line: 'Readers who *' }, { line: '* by post' }],
  title: ['.kicker', { line: 'THE TAMAR POST PRESENTS: *' }],
  date: ['.when', { line: 'Set down for us on *, *', take: 1 }],
  author: ['.who b', { line: 'Set down for us on *, *', take: 2 }],
}

const clean = (input: string, rules?: SiteRules) =>
  cleanArticle(input, { url: 'https://www.tamarpost.test/a', removed: true, ...(rules ? { rules } : {}) })

/** Role, reason and text of everything outside of the body. */
const outside = ({ removed }: Awaited<ReturnType<typeof clean>>) =>
  removed?.map(({ reason, text }) => `${reason}: ${text}`)

describe('a page of text', () => {
  test('with the rules of its site', async () => {
    const record = await clean(TEXT, { 'tamarpost.test': RULE })
    expect(record).toMatchObject({ title: 'Bridge to be repaired', date: '2021-03-03', authors: ['Ann Lee'] })
    expect(record.text).toBe(`${REPAIR}\n\n${COST}\n\nNote: the ferry is free.`)
    expect(outside(record)).toEqual([
      'used-as-section: Home > News',
      'used-as-title: THE TAMAR POST PRESENTS: Bridge to be repaired',
      'used-as-byline: Set down for us on 3 March 2021 from the town hall, Ann Lee',
      `site-rule: ${OFFER}`,
      'site-rule: Tell a friend of it by post',
    ])
  })

  test('with the rules of another site', async () => {
    expect(await clean(TEXT, { 'example.com': RULE })).toEqual(await clean(TEXT))
    expect((await clean(TEXT)).text).toContain(OFFER)
  })
})

describe('a page of HTML', () => {
  test('with the rules of its site', async () => {
    const record = await clean(HTML, { 'tamarpost.test': RULE })
    expect(record).toMatchObject({
      title: 'Bridge to be repaired',
      date: '2021-03-03',
      authors: ['Ann Lee', 'Bo Ray'],
      warnings: [],
    })
    expect(record.body).toBe(
      [
        `${REPAIR} So it said.`,
        'Note: the ferry is free.',
        COST,
        'Printed at the old mill by the Tamar Post since 1897, six days a week.',
      ].join('\n\n'),
    )
    expect(outside(record)).toEqual([
      'link-list: Home News',
      'used-as-title: Bridge to be repaired',
      'site-rule: All the news of the county, every day',
      'used-as-byline: Set down by Ann Lee and Bo Ray',
      'used-as-date: 03.03.2021',
      'site-rule: See our map!',
      `site-rule: ${OFFER}`,
    ])
  })

  test('by its canonical address', async () => {
    const page = HTML.replace('<title>', '<link rel=canonical href="https://news.tamarpost.test/b"><title>')
    const record = await cleanArticle(page, { rules: { 'tamarpost.test': RULE } })
    expect(record).toMatchObject({ url: 'https://news.tamarpost.test/b', authors: ['Ann Lee', 'Bo Ray'] })
    expect(record.text).not.toContain(OFFER)
  })
})

describe('two rules for one place', () => {
  const kept = async (rules: SiteRules) => (await clean(HTML, rules)).text.includes(OFFER)

  test('that of the longer host wins', async () => {
    expect(await kept({ test: { keep: ['[data-slot]'] }, 'tamarpost.test': { remove: ['[data-slot]'] } })).toBe(false)
    expect(await kept({ test: { remove: ['[data-slot]'] }, 'tamarpost.test': { keep: ['[data-slot]'] } })).toBe(true)
  })

  test('the closer one wins, whatever the host', async () => {
    expect(await kept({ '*': { keep: ['[data-slot] p'] }, 'tamarpost.test': { remove: ['[data-slot]'] } })).toBe(true)
    expect(await kept({ '*': { remove: [{ line: 'Readers*' }] }, 'tamarpost.test': { keep: ['p'] } })).toBe(false)
  })

  test('of one site what is kept is not removed', async () => {
    expect(await kept({ test: { keep: ['[data-slot]'], remove: ['[data-slot]'] } })).toBe(true)
  })
})

test.each(['', '<html><body>'])('everything but one element, after %j', async (start) => {
  const { text } = await clean(start + HTML, { '*': { remove: [':root'], keep: ['.keep'] } })
  expect(text).toBe('Note: the ferry is free.')
})

describe('fields', () => {
  test('nothing that is removed is read for them', async () => {
    const page = HTML.replace('class="when"', 'class="when" itemprop="datePublished"')
    expect((await clean(page)).date).toBe('2021-03-03')
    expect((await clean(page, { '*': { remove: ['.when'] } })).date).toBeNull()
  })

  test('but a rule for the field reads it all the same', async () => {
    const record = await clean(HTML, { '*': { remove: ['.when'], date: '.when' } })
    expect(record.date).toBe('2021-03-03')
    expect(outside(record)).toContain('site-rule: 03.03.2021')
  })

  test('what is kept with others still gives its field, what is kept by itself stays', async () => {
    const rules = (keep: string): SiteRules => ({ '*': { keep: [keep], title: '.kicker' } })
    expect((await clean(HTML, rules('main'))).text).not.toContain('Bridge to be repaired')
    expect((await clean(HTML, rules('.kicker'))).text).toContain('Bridge to be repaired')
  })

  test('the first place that a page has tells it', async () => {
    const rules = { '*': { title: ['.nowhere', '.kicker', 'h1'], date: ['.nowhere', '.who', '.when'] } }
    expect(await clean(HTML, rules)).toMatchObject({ title: 'Bridge to be repaired', date: '2021-03-03' })
  })

  test('lines and selectors in the order of the rule', async () => {
    const rules = (title: SiteRule['title']): SiteRules => ({ '*': { title } })
    const line = { line: 'All the news of *, every day' }
    expect((await clean(HTML, rules([line, '.kicker']))).title).toBe('the county')
    expect((await clean(HTML, rules(['.kicker', line]))).title).toBe('Bridge to be repaired')
  })

  test('a place that tells nothing leaves it to the page', async () => {
    const rules = { '*': { title: '.nowhere', date: '.who', author: '.nowhere' } }
    const { title, date, authors } = await clean(HTML)
    expect(await clean(HTML, rules)).toMatchObject({ title, date, authors })
  })

  test('a day that can be read two ways is not guessed', async () => {
    const page = HTML.replace('03.03.2021', '03/04/2021').replace(' class="when"', ' class="when" hidden')
    const record = await clean(page, { '*': { date: '.when' } })
    expect(record.date).toBeNull()
    expect(record.warnings.map(({ code }) => code)).toEqual(['date-ambiguous'])
  })

  test('a machine-readable day has its time', async () => {
    const page = HTML.replace('data-day="x"', 'content="2021-03-03T10:20:00+01:00"')
    expect((await clean(page, { '*': { date: '.when' } })).date).toBe('2021-03-03T10:20:00+01:00')
  })
})

test('a note that is removed does not come back', async () => {
  const notes = '<ol class="notes"><li id="n1">As of Monday.</li></ol>'
  const page = HTML.replace('</main>', `<p>${COST} Or so.<sup><a href="#n1">1</a></sup></p></main>`) + notes
  expect((await clean(page)).body).toContain('[^1]: As of Monday.')
  const record = await clean(page, { '*': { remove: ['.notes'] } })
  expect(record.body).not.toContain('As of Monday')
  expect(outside(record)).toContain('site-rule: As of Monday.')
})

test('rules that are none are no page', async () => {
  await expect(clean(TEXT, { 'a.test': { keep: ['p['] } })).rejects.toThrow(TypeError)
})

/** Rules that hit much of the generated pages. */
const rules = fc.record({
  remove: fc.subarray<NonNullable<SiteRule['remove']>[number]>(['p', 'b', '.share', { line: '*a*' }, { line: '*o' }]),
  keep: fc.subarray<NonNullable<SiteRule['keep']>[number]>(['div', 'a', '[hidden]', { line: '*e*' }]),
  title: fc.constantFrom('h1', 'p', { line: '* *', take: 1 }),
  date: fc.constantFrom('p', { line: '*' }),
  author: fc.constantFrom('b', 'li', { line: '*' }),
})

describe('whatever the page and the rules', { timeout: 120_000 }, () => {
  const page = fc.oneof(
    textPage.map((text) => ({ kind: 'text' as const, text })),
    htmlPage.map(({ html }) => ({ kind: 'html' as const, text: html })),
  )

  test('every block has one verdict, and the user has the last word', () =>
    fc.assert(
      fc.asyncProperty(page, rules, async ({ kind, text }, rule) => {
        const source = { kind, text, url: null, language: null, warnings: [] }
        const { page: read, verdicts, article } = await extract(source, { rules: { '*': rule } })
        expect(verdicts).toHaveLength(read.blocks.length)
        for (const [i, { rule: of }] of read.blocks.entries()) {
          const label = verdicts[i]?.label
          if (of?.verdict === 'remove') expect(label).not.toBe('body')
          if (of?.verdict === 'keep') expect(label).not.toBe('boilerplate')
        }
        const body = read.blocks.filter((_, i) => verdicts[i]?.label === 'body')
        expect(withoutSpace(article.blocks.map((block) => block.text).join(''))).toBe(
          withoutSpace(body.map((block) => block.text).join('')),
        )
        expect(() => structuredClone(read.ruling)).not.toThrow()
      }),
      { numRuns: 200, seed: 20_200_225 },
    ))
})
