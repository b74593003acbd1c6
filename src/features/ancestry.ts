import type { Outline } from '../types.ts'
import { type ContainerInput, type Containers, measureContainers } from './containers.ts'

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/**
 * Words in class, id, role and itemprop that many content systems share, by what they are for. English, as class names
 * are on foreign sites too. The comments give the share of words under such a name that belong to the article, on news /
 * articles / other pages of the development sets.
 */
export const TOKEN_GROUPS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'Article',
    set(
      'article articlebody articlecontent articletext entry entrycontent post postcontent postbody story storybody bodytext richtext prose markdown',
    ),
  ],
  ['Content', set('content main maincontent body text')],
  ['Nav', set('nav navigation navbar menu submenu breadcrumb breadcrumbs toolbar topbar pagination pager skip')], // .00 .26 .02
  ['Foot', set('footer copyright colophon legal disclaimer imprint')], // .00 .01 .00
  ['Head', set('header masthead topnav banner branding logo')], // .11 .29 .05
  ['Side', set('sidebar aside rail widget widgets complementary secondary')], // .36 .61 .36
  [
    'Related',
    set(
      'related recommended recommendations recommend more trending popular mostread teaser teasers outbrain taboola readmore readnext upnext suggestions latest',
    ),
  ], // .03 .03 .01
  ['Share', set('share sharing social socials addthis sharethis follow bookmark')], // .02 .05 .04
  ['Comment', set('comment comments disqus respond reply replies discussion commentlist')], // .13 .00 .42
  [
    'Promo',
    set(
      'ad ads advert advertisement sponsor sponsored promo promotion newsletter subscribe subscription signup paywall cta donate',
    ),
  ],
  ['Consent', set('cookie cookies consent gdpr privacy modal popup dialog overlay lightbox')], // .00 .00 .15
  [
    'Meta',
    set(
      'meta byline author authors bio dateline date time timestamp posted published category categories tag tags tagged keywords',
    ),
  ],
  ['Caption', set('caption figcaption credit photocredit gallery slideshow carousel slider thumbnail thumb')],
  ['Title', set('title headline heading')],
]

export const LANDMARKS = ['article', 'main', 'nav', 'aside', 'footer', 'header', 'form', 'table', 'figure'] as const
/** What every block inherits from its ancestors: computed once an element. */
export interface Ancestry {
  readonly outline: Outline
  readonly containers: Containers
  /** Steps up to the nearest ancestor (or the element itself) of each token group; NaN where there is none. */
  readonly tokenSteps: readonly Float64Array[]
  /** Whether an ancestor has the landmark's tag or role. */
  readonly landmarks: readonly Uint8Array[]
  /** Steps from the element to the common ancestor with the best container, and from there down to it. */
  readonly up: Float64Array
  readonly down: Float64Array
}

export function readAncestry(context: ContainerInput, outline: Outline): Ancestry {
  const count = outline.parent.length
  const containers = measureContainers(context, outline)
  const groups = groupsOf(outline)
  const tokenSteps = TOKEN_GROUPS.map((_, k) => stepsTo(outline, groups, 1 << k))
  const tags = outline.tag.map((tag) => 1 << LANDMARKS.indexOf(tag as (typeof LANDMARKS)[number]))
  const landmarks = LANDMARKS.map((_, k) => within(outline, tags, 1 << k))
  const onPath = new Uint8Array(count)
  for (let i = containers.best; i >= 0; i = outline.parent[i] ?? -1) onPath[i] = 1
  const up = new Float64Array(count).fill(Number.NaN)
  const down = new Float64Array(count).fill(Number.NaN)
  if (containers.best >= 0) {
    const bestDepth = containers.depth[containers.best] as number
    for (let i = 0; i < count; i++) {
      const parent = outline.parent[i] as number
      up[i] = onPath[i] === 1 ? 0 : (up[parent] as number) + 1
      down[i] = onPath[i] === 1 ? bestDepth - (containers.depth[i] as number) : (down[parent] as number)
    }
  }
  return { outline, containers, tokenSteps, landmarks, up, down }
}

/** A bit for each of the `TOKEN_GROUPS`, by word. */
const GROUPS_BY_TOKEN: ReadonlyMap<string, number> = groupsByToken()

function groupsByToken(): ReadonlyMap<string, number> {
  const groups = new Map<string, number>()
  TOKEN_GROUPS.forEach(([, tokens], k) => {
    for (const token of tokens) groups.set(token, (groups.get(token) ?? 0) | (1 << k))
  })
  return groups
}

/** The groups that the names of each element speak of, as bits. */
function groupsOf({ tokens }: Outline): readonly number[] {
  // Elements of one name share their list of words.
  const known = new Map<readonly string[], number>()
  return tokens.map((names) => {
    const old = known.get(names)
    if (old !== undefined) return old
    const groups = names.reduce((bits, name) => bits | (GROUPS_BY_TOKEN.get(name) ?? 0), 0)
    known.set(names, groups)
    return groups
  })
}

/** Steps up to the nearest ancestor, or the element itself, that has a bit; NaN where none has. */
function stepsTo(outline: Outline, bits: readonly number[], bit: number): Float64Array {
  const steps = new Float64Array(outline.parent.length)
  for (let i = 0; i < steps.length; i++) {
    const parent = outline.parent[i] as number
    steps[i] = ((bits[i] as number) & bit) !== 0 ? 0 : parent < 0 ? Number.NaN : (steps[parent] as number) + 1
  }
  return steps
}

/** 1 where the element or an ancestor has a bit. */
function within(outline: Outline, bits: readonly number[], bit: number): Uint8Array {
  const is = new Uint8Array(outline.parent.length)
  for (let i = 0; i < is.length; i++) {
    const parent = outline.parent[i] as number
    if (((bits[i] as number) & bit) !== 0 || is[parent] === 1) is[i] = 1
  }
  return is
}
