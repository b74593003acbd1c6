import type { Outline, ReasonCode } from '../types.ts'
import { type LabelInput, SURE_SCORE } from './input.ts'
import type { Removal } from './vetoes.ts'

/**
 * Words in class, id and role whose elements hold next to nothing of the article: at most 5 of 100 words in them are in
 * the gold of the development sets, on news as on other pages (`sidebar`, `widget`, `promo` and their like hold a third
 * and more, so they are left to the model).
 */
const NAMES: ReadonlyMap<string, ReasonCode> = new Map([
  ...each(
    'related',
    'related relatedposts relatedarticles recommended recommendations outbrain taboola mostread mostpopular',
  ),
  ...each('share', 'share sharing social socials addthis sharethis sharedaddy sharebuttons sharebar socialmedia'),
  ...each('breadcrumb', 'breadcrumb breadcrumbs'),
  ...each('cookies', 'consent gdpr cookiebanner cookieconsent cookienotice onetrust'),
  ...each('subscribe', 'subscribe newslettersignup signup newsletter newsletters'),
  ...each('tags', 'tags taglist'),
  ...each('navigation', 'pagination pager prevnext postnavigation navlinks'),
  ...each('after-article', 'authorbio authorbox bio aboutauthor'),
  ...each('advertisement', 'advert advertisement'),
])

/** Elements of this name hold nothing of the article either. */
const TAGS: ReadonlyMap<string, ReasonCode> = new Map([['footer', 'after-article']])

/** Names of the frame of a page: a theme's `has-share` on the body says nothing about what is in it. */
const FRAME = new Set(['html', 'body', 'main', 'article', '#root'])

/** An element with more of the page's content than this is not what its name says. */
const MAX_CONTENT_SHARE = 0.25

function each(reason: ReasonCode, names: string): [string, ReasonCode][] {
  return names.split(' ').map((name) => [name, reason])
}

/** Removes what stands in elements whose names say what they hold; undone where that would cost much of the page. */
export function vetoByName(input: LabelInput, removals: (Removal | null)[]): void {
  const { outline, blocks } = input.page
  if (outline === null) return
  const named = namedElements(outline)
  if (!named.some((entry) => entry !== null)) return
  const content = new Float64Array(outline.parent.length)
  let total = 0
  blocks.forEach((block, i) => {
    const expected = (input.scores[i] as number) * (input.words[i] ?? 0)
    total += expected
    const element = block.dom?.element ?? 0
    content[element] = (content[element] as number) + expected
  })
  for (let i = content.length - 1; i > 0; i--) {
    const parent = outline.parent[i] as number
    content[parent] = (content[parent] as number) + (content[i] as number)
  }
  const inherited: (Removal | null)[] = []
  outline.parent.forEach((parent, i) => {
    const entry = named[i] ?? null
    const own = entry !== null && (content[i] as number) <= MAX_CONTENT_SHARE * total ? entry : null
    inherited.push(inherited[parent] ?? own)
  })
  blocks.forEach((block, i) => {
    if ((input.scores[i] as number) < SURE_SCORE) removals[i] ??= inherited[block.dom?.element ?? 0] ?? null
  })
}

function namedElements(outline: Outline): (Removal | null)[] {
  return outline.tag.map((tag, i) => {
    if (FRAME.has(tag)) return null
    const byTag = TAGS.get(tag)
    if (byTag !== undefined) return { reason: byTag, evidence: { element: tag } }
    const name = outline.tokens[i]?.find((token) => NAMES.has(token))
    return name === undefined ? null : { reason: NAMES.get(name) as ReasonCode, evidence: { name } }
  })
}
