/** What a piece of HTML has to be kept. */
import { load } from 'cheerio/slim'
import { addressOf, lineOf, MARKER, NUMBER, wordsOf } from './compare.js'

const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s?)(?!none|plain|text)[\w+#]/
const TRACKER = /doubleclick|scorecardresearch|google-analytics|quantserve|facebook\.com\/tr|pixel\.wp\.com/
const LAZY = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src']
const SETS = ['srcset', 'data-srcset', 'data-lazy-srcset']

/**
 * For each kind of mark a list of what tells one from another; alternatives in an array. Not missed are pictures of less
 * than 34 pixels, hidden ones, avatars, those that count readers and those of formulas; tables that only arrange a page;
 * numbers of lines; links to nowhere.
 */
export function marksOfHtml(html) {
  const $ = load(html, null, false)
  $('script, style, [hidden], .MathJax_Preview').remove()
  const all = (selector, has) =>
    $(selector)
      .toArray()
      .map((one) => $(one))
      .filter(has)
  const hasText = (element) => element.text().trim() !== ''
  const code = all('pre', isCode)
  return {
    headings: all('h1, h2, h3, h4, h5, h6', hasText).map((heading) => lineOf(textOf(heading))),
    'list items': all('li', hasText).map(() => 'item'),
    links: all('a[href]', (a) => isLink($, a)).map((a) => [addressOf(a.attr('href'))]),
    images: all('img', isPicture).map((img) => sourcesOf($, img)),
    tables: all('table', (table) => isDataTable($, table)).map(() => 'table'),
    code: code.map(() => 'code'),
    languages: code.filter(hasLanguage).map(() => 'language'),
    footnotes: referencesOf($).map(() => 'note'),
  }
}

/** In code there are no links; the numbers of notes are counted as such. */
function isLink($, a) {
  const isNote = a.attr('href').includes('#') && NUMBER.test(a.text().trim())
  const shows =
    a.text().trim() !== '' ||
    a
      .find('img')
      .toArray()
      .some((img) => isPicture($(img)))
  return shows && !isNote && !NO_TARGET.test(a.attr('href')) && a.parents('pre, code').length === 0
}

const NO_TARGET = /^\s*(?:#|$|(?:javascript|data|vbscript|tel|ftp|about):)/i

/** A listing. One line in a cell is as good as code within a line. */
function isCode(pre) {
  const text = pre.text().trim()
  const isInCell = pre.parents('td, th').length > 0 && !text.includes('\n')
  return /[^\d\s]/.test(text) && pre.parents('pre').length === 0 && !isInCell
}

function hasLanguage(pre) {
  const around = [pre, pre.find('code'), pre.parent(), pre.parent().parent()].flatMap((some) => some.toArray())
  return around.some(
    ({ attribs = {} }) =>
      LANGUAGE.test(attribs.class ?? '') || Boolean(attribs['data-lang'] ?? attribs['data-language']),
  )
}

const SMALL_STYLE = /display:\s*none|(?:width|height):\s*[12]?\dpx/
const ASIDE = /avatar|emoji|smiley|tex|math/i

function isPicture(img) {
  const side = (name) => Number.parseInt(img.attr(name) ?? '', 10)
  const isSmall = ['width', 'height'].some((name) => side(name) > 0 && side(name) < 34 && !img.attr(name).includes('%'))
  if (isSmall || SMALL_STYLE.test(img.attr('style') ?? '') || ASIDE.test(img.attr('class') ?? '')) return false
  const src = LAZY.map((name) => img.attr(name) ?? '').find((value) => value !== '' && !value.startsWith('data:'))
  return (src !== undefined || img.attr('srcset') !== undefined) && !TRACKER.test(src ?? '')
}

/** Any of the sources of a picture is that picture. */
function sourcesOf($, img) {
  const sets = [
    img,
    ...img
      .parent('picture')
      .children('source')
      .toArray()
      .map((one) => $(one)),
  ]
  const offered = sets.flatMap((one) => SETS.flatMap((name) => (one.attr(name) ?? '').split(/\s+|,(?=https?:|\/)/)))
  return [...LAZY.map((name) => img.attr(name) ?? ''), ...offered].filter((url) => /[/.]/.test(url)).map(addressOf)
}

function isDataTable($, table) {
  if (table.find('table, pre').length > 0) return false
  const isFilled = (cell) => $(cell).text().trim() !== ''
  const rows = table.find('tr').toArray()
  const widths = rows.map((row) => $(row).children('td, th').toArray().filter(isFilled).length)
  if (rows.length < 2 || Math.max(...widths) < 2) return false
  return table.find('th').length > 0 || table.find('h1, h2, h3, h4, h5, h6, blockquote, p + p + p').length === 0
}

/** Raised links to something further down on the page. */
function referencesOf($) {
  const places = new Map()
  const links = []
  for (const [at, element] of $('*').toArray().entries()) {
    const { id, href = '' } = element.attribs
    if (id !== undefined && !places.has(id)) places.set(id, at)
    if (element.name === 'a' && /#./.test(href))
      links.push({ at, target: href.slice(href.indexOf('#') + 1), a: $(element) })
  }
  const leadsDown = ({ at, target }) => (places.get(decodeURIComponent(target)) ?? -1) > at
  const isRaised = (a) => a.parents('sup').length > 0 || a.find('sup').length > 0
  return links.filter(leadsDown).filter(({ a }) => MARKER.test(a.text().trim()) && isRaised(a))
}

/** Formulas are TeX or drawn glyphs, which cannot be compared. */
const FORMULAS = 'math, .katex, .MathJax, .MathJax_Display, mjx-container, .mwe-math-element, script'
/** Elements that part words. */
const BORDERS =
  'p, div, li, td, th, tr, h1, h2, h3, h4, h5, h6, pre, br, dt, dd, blockquote, figcaption, img, section, button, option, ' +
  'summary, caption, table, ul, ol'

/** All words, without the numbers of notes, which are marks, and what leads back from them. */
export function wordsOfHtml(html) {
  const $ = load(html, null, false)
  const hasFormulas = $(FORMULAS).length > 0
  $(`${FORMULAS}, style`).remove()
  $('a[href*="#"]')
    .filter((_, a) => NUMBER.test($(a).text().trim()))
    .remove()
  return { words: wordsOf(textOf($.root())), hasFormulas }
}

function textOf(element) {
  element.find(BORDERS).before(' ').after(' ')
  return element.text()
}
