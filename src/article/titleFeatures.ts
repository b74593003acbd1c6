import { matchPhrase } from '../text/lexicon.ts'
import { words as wordsOf } from '../text/words.ts'
import { hasDate } from './dateLines.ts'
import { overlap, titleParts } from './headline.ts'
import { remember } from './remember.ts'
import { isSiteName } from './site.ts'
import { longWords, type Survey } from './survey.ts'

/** What the page calls itself, before its names are taken off. */
export interface PageTitle {
  readonly text: string
  /** Without the name of the site, as far as it can be told. */
  readonly clean: string
  /** Text pages: the block that is the page's title. */
  readonly block: number
}

/** Longer lines repeat a name of the site by the way. */
const MAX_REPEAT_CHARS = 160

/** Whether a line of the page other than its title shows a text. */
export function repeatedIn({ blocks }: Survey): (text: string) => boolean {
  // No line has a line break in it, so nothing is found across two of them.
  let lines: string | null = null
  return remember((text) => {
    lines ??= blocks
      .slice(1)
      .map((block) => (block.text.length <= MAX_REPEAT_CHARS ? block.text : ''))
      .join('\0')
      .toLowerCase()
    return lines.includes(text.toLowerCase())
  })
}

/** What the features of all candidates of a page need. */
export interface TitleContext {
  readonly survey: Survey
  readonly page: PageTitle | null
  readonly sites: readonly string[]
  readonly isRepeated: (text: string) => boolean
  /** Bare. */
  readonly declared: readonly string[]
  readonly h1s: number
  /** The page's title as it stands and as it is without the name of the site, both bare; empty without one. */
  readonly told: string
  readonly clean: string
  /** The telling words of the latter. */
  readonly cleanWords: ReadonlySet<string>
}

/** What speaks for a candidate and against it, by name. */
export function titleFeatures(
  key: string,
  {
    value,
    blocks,
    sources,
  }: { readonly value: string; readonly blocks: readonly number[]; readonly sources: ReadonlySet<string> },
  context: TitleContext,
): Record<string, number> {
  const { survey, page, sites } = context
  const features: Record<string, number> = {}
  const set = (name: string, of: number | boolean): void => {
    const number = Number(of)
    if (number !== 0) features[name] = number
  }
  for (const source of sources) set(source, 1)
  if (survey.declared.isNews) for (const source of sources) set(`news:${source}`, 1)
  // The page's title and other declarations.
  const { told, clean } = context
  const telling = new Set(longWords(value))
  const isDeclared = [...sources].some((source) => source.includes(':'))
  set('is-title', key === clean)
  set('starts-title', told !== '' && told !== key && told.startsWith(key))
  set('ends-title', told !== '' && told !== key && told.endsWith(key))
  set('in-title', told !== '' && told.includes(key))
  set('title-in', clean !== '' && clean !== key && key.includes(clean))
  set('title-share', told.includes(key) ? key.length / told.length : 0)
  const like = page === null ? 0 : likeness(telling, context.cleanWords)
  set('like-title', like)
  set('like-half', like >= 0.5)
  set('like-most', like >= 0.8)
  set('unlike', page !== null && like < 0.15)
  if (told.startsWith(key) && told !== key && page !== null) {
    const cut = page.text.slice(value.length)
    const words = wordsOf(cut).length
    set('cuts-2', words <= 2)
    set('cuts-5', words > 2 && words <= 5)
    set('cuts-more', words > 5)
    const rest = cut.replace(/^[^\p{L}\p{N}]+/u, '')
    set('cuts-repeated', rest !== '' && context.isRepeated(rest))
    set('cuts-site', isSiteName(rest, sites))
  }
  set('declared-starts', context.declared.filter((other) => other.startsWith(key)).length / 4)
  set('declared-same', context.declared.filter((other) => other === key).length / 4)
  set('no-title', page === null)
  // How it is shown.
  const places = blocks.filter((block) => block !== page?.block)
  const isShown = places.length > 0
  set('shown', isShown)
  set('only-h1', sources.has('h1') && context.h1s === 1)
  set('shown-twice', places.length > 1)
  set('agrees', isShown && isDeclared)
  const near = places.reduce(
    (best, at) => (Math.abs(at - survey.prose) < Math.abs(best - survey.prose) ? at : best),
    places[0] ?? -1,
  )
  if (near >= 0) {
    const distance = survey.prose - near
    set('before', distance > 0 ? 1 : 0)
    set('before-3', distance > 0 && distance <= 3)
    set('before-10', distance > 0 && distance <= 10)
    set('far', Math.min(40, Math.max(0, distance)) / 40)
    set('inside', distance <= 0)
    set(
      'first-h1',
      sources.has('h1') && !survey.blocks.slice(0, near).some((block) => block.level === 1 && block.text !== ''),
    )
    set(
      'dated',
      [1, 2, 3].some((step) => hasDate(survey.blocks[near + step]?.text ?? '', 0.3)),
    )
    set(
      'dated-before',
      [1, 2].some((step) => hasDate(survey.blocks[near - step]?.text ?? '', 0.3)),
    )
    set('kept', survey.isBody[near] === true)
    set('linked', (survey.blocks[near]?.dom?.linkChars ?? 0) > 0)
    set('after-gap', survey.blocks[near]?.gap === true)
    const evidence = survey.verdicts[near]?.evidence.score
    set('score', typeof evidence === 'number' ? evidence : 0)
    set('prose-next', survey.wordsOf(near + 1) >= 12)
    set(
      'prose-soon',
      [1, 2, 3, 4].some((step) => survey.wordsOf(near + step) >= 12),
    )
    set('short-before', survey.wordsOf(near - 1) <= 4)
    set('h1-alone', sources.has('h1') && !isDeclared)
    set('line-alone', !sources.has('h1') && !isDeclared)
    set('line-like', page !== null && like >= 0.3 && !isDeclared)
    set('top', near <= 2)
  }
  // What it says.
  const words = wordsOf(value).length
  const recurs = overlap(telling, survey.headWords())
  set('recurs', recurs)
  set('site', isSiteName(value, sites))
  set('phrase', matchPhrase(value)?.whole === true)
  set('date', hasDate(value, 0.4))
  set('sentence', /[.。।۔]["”»」]?$/.test(value))
  set('question', /[?？]["”»」]?$/.test(value))
  set('small', /^\p{Ll}/u.test(value))
  set('words-5', words >= 5)
  set('words-8', words >= 8)
  set('words-13', words >= 13)
  set('words-20', words >= 20)
  set('capitals', value === value.toUpperCase() && value !== value.toLowerCase())
  set('ends-open', /[,:;…-]$/.test(value))
  set('counted', /\d/.test(value))
  set('recurs-most', recurs >= 0.75)
  set('recurs-none', recurs < 0.2)
  set('one-word', words === 1)
  set('two-words', words === 2)
  set('short', key.length < 12)
  set('middling', key.length >= 25 && key.length <= 90)
  set('long', value.length > 140)
  set('separated', titleParts(value).length > 1)
  set('label', /^[^:：]{2,18}[:：]\s/.test(value))
  set('glued', /\p{Ll}\p{Lu}\p{Ll}/u.test(value))
  return features
}

/** Share of telling words that two headlines have in common, 0..1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (overlap(one, other) + overlap(other, one)) / 2
}
