import { describe, expect, test } from 'vitest'
import { chooseRules, haveSelectors } from '../../src/rules/choose.ts'
import { hostOf, hostsAbove, normalHost } from '../../src/rules/hosts.ts'
import type { SiteRules } from '../../src/rules/siteRules.ts'

const SITES: SiteRules = {
  '*': { remove: ['.everywhere'] },
  'example.com': { remove: ['.paper'], keep: ['.note'], paths: ['crawl/paper/**'] },
  'Sport.example.com': { title: ['h1', { line: 'Sport: *' }], paths: ['crawl/**'] },
  'münze.example': { remove: ['.coin'] },
}

/** The sites whose rules hold for a page. */
const sitesFor = (url: string | null, path: string | null = null) => chooseRules(SITES, { url, path })?.sites ?? null

describe('which rules hold', () => {
  test.each([
    ['https://example.com/a', ['example.com', '*']],
    ['https://www.example.com/a', ['example.com', '*']],
    ['https://sport.example.com:8080/a', ['Sport.example.com', 'example.com', '*']],
    ['HTTPS://LIVE.SPORT.EXAMPLE.COM./', ['Sport.example.com', 'example.com', '*']],
    ['https://notexample.com/', ['*']],
    ['https://example.com.evil.test/', ['*']],
    ['https://xn--mnze-0ra.example/', ['münze.example', '*']],
    ['https://www.münze.example/', ['münze.example', '*']],
    ['no address', ['*']],
    [null, ['*']],
  ])('%s', (url, wanted) => {
    expect(sitesFor(url)).toEqual(wanted)
  })

  test('pages without an address are known by their path, the longer host first', () => {
    expect(sitesFor(null, 'crawl/paper/a.txt')).toEqual(['Sport.example.com', 'example.com', '*'])
    expect(sitesFor(null, 'crawl/a.txt')).toEqual(['Sport.example.com', '*'])
    expect(sitesFor('https://elsewhere.test/', 'crawl/paper/a.txt')).toEqual(['*'])
  })

  test('none', () => {
    expect(chooseRules({ 'example.com': { keep: ['p'] } }, { url: 'https://example.org/', path: 'a' })).toBeNull()
  })
})

test('rules come in the order in which they win', () => {
  const chosen = chooseRules(SITES, { url: 'https://sport.example.com/', path: null })
  expect(chosen?.rules.map(({ name, shown, line, star }) => [name, shown, line, star])).toEqual([
    ['title', 'h1', null, 0],
    ['title', 'line "Sport: *"', ['Sport: ', ''], 0],
    ['keep', '.note', null, 0],
    ['remove', '.paper', null, 0],
    ['remove', '.everywhere', null, 0],
  ])
})

test('whether rules need the elements of a page', () => {
  expect(haveSelectors(SITES)).toBe(true)
  expect(haveSelectors({ '*': { remove: [{ line: 'Share*' }], title: { line: 'Title: *' } } })).toBe(false)
})

describe('hosts', () => {
  test.each([
    ['example.com', 'example.com'],
    ['Example.COM.', 'example.com'],
    ['münze.example', 'xn--mnze-0ra.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['*', '*'],
    ['a-paper', 'a-paper'],
  ])('%s is %s', (given, wanted) => {
    expect(normalHost(given)).toBe(wanted)
  })

  test.each(['', 'https://example.com', 'example.com/a', 'example.com:80', '*.example.com', 'a b', 'me@example.com'])(
    '%s is none',
    (given) => {
      expect(normalHost(given)).toBeNull()
    },
  )

  test('addresses without one', () => {
    expect(['file:///a/b', 'mailto:a@b.c', 'x', `http://${'a.'.repeat(200)}com/`].map(hostOf)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('the hosts above a host', () => {
    expect(hostsAbove('a.b.c')).toEqual(['a.b.c', 'b.c', 'c', '*'])
  })
})
