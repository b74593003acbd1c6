import { normalHost } from './hosts.ts'
import {
  also,
  listOf,
  mapOf,
  matching,
  objectOf,
  oneOrMore,
  type Problem,
  problem,
  type Shape,
  shown,
  text,
} from './shape.ts'
import { EVERY_PAGE, FIELD_RULES, VERDICT_RULES } from './siteRules.ts'
import { wildcardPieces } from './wildcard.ts'

/** Says why a selector can't be read; null for one that can. */
export type SelectorTest = (selector: string) => string | null

const PLACE = 'a CSS selector or { "line": ... }'
/** Signs that other languages of patterns have. */
const OTHER_SIGNS = /[?[\]{}]|^!/

/** The form of rules for sites, selectors included. */
export function siteRulesShape(selectorProblem: SelectorTest): Shape {
  const site = siteShape(selectorProblem)
  const everyPage = also(site, withoutPaths)
  const hosts = mapOf((host) => {
    if (normalHost(host) === null) return `Expected a host such as example.com, not: ${shown(host)}${hostHint(host)}`
    return host === EVERY_PAGE ? everyPage : site
  })
  return also(hosts, eachHostOnce)
}

/** `Example.com` is `example.com`. */
const eachHostOnce: Shape = (value, path) => {
  const seen = new Set<string | null>()
  return Object.keys(value as object).flatMap((host): Problem[] => {
    const name = normalHost(host)
    const isDouble = seen.has(name)
    seen.add(name)
    return isDouble
      ? [{ path: [...path, host], isKey: true, message: `Expected each host once, not: ${host} again` }]
      : []
  })
}

/**
 * What is wrong with rules for sites.
 *
 * @returns Nothing where `chooseRules` and the segmenter can work with them.
 */
export function checkRules(rules: unknown, selectorProblem: SelectorTest): readonly Problem[] {
  return siteRulesShape(selectorProblem)(rules, [])
}

/** Where the value with a problem stands, as JavaScript writes it: `["example.com"].remove[0]`. */
export function shownPath(path: Problem['path']): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[a-z_$][\w$]*$/i.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
  })
  return steps.join('').replace(/^\./, '')
}

function siteShape(selectorProblem: SelectorTest): Shape {
  const selector: Shape = (value, path) => {
    const why = selectorProblem(value as string)
    return why === null ? [] : [problem(path, `Expected ${PLACE}, not: ${shown(value)} (${why})`)]
  }
  const place = placeShape(also(text, selector), { line: also(text, somethingLiteral) })
  const field = placeShape(also(text, selector), { line: text, take: starNumber }, oneStar)
  return objectOf({
    paths: listOf(also(text, pathPattern)),
    ...Object.fromEntries(VERDICT_RULES.map((name) => [name, listOf(place)])),
    ...Object.fromEntries(FIELD_RULES.map((name) => [name, oneOrMore(field)])),
  })
}

const nothing: Shape = () => []

/** A selector, or a line in braces. */
function placeShape(selector: Shape, keys: Readonly<Record<string, Shape>>, more: Shape = nothing): Shape {
  const line = also(also(objectOf(keys), hasLine), more)
  return (value, path) => {
    if (typeof value === 'string') return selector(value, path)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return line(value, path)
    return [problem(path, `Expected ${PLACE}, not: ${shown(value)}`)]
  }
}

const hasLine: Shape = (value, path) =>
  Object.hasOwn(value as object, 'line') ? [] : [problem(path, 'Expected the key line, not: an object without')]

/** A line of nothing but stars is every line. */
const somethingLiteral: Shape = matching((value) =>
  wildcardPieces(value as string).some((piece) => piece.trim() !== '') ? null : 'a line with more than stars in it',
)

const starNumber: Shape = matching((value) =>
  Number.isInteger(value) && (value as number) > 0 ? null : 'the number of a star in the line, 1 for the first',
)

/** What is taken of the line of a field has to be clear. */
const oneStar: Shape = (value, path) => {
  const { line, take } = value as { readonly line: string; readonly take?: number }
  const stars = wildcardPieces(line).length - 1
  if (stars === 0) return [problem([...path, 'line'], `Expected a line with a * where the value stands, not: ${line}`)]
  if (take === undefined && stars > 1)
    return [problem(path, `Expected the key take, 1 to ${stars}, for a line with several stars, not: none`)]
  return take === undefined || take <= stars
    ? []
    : [problem([...path, 'take'], `Expected the number of a star in the line, 1 to ${stars}, not: ${take}`)]
}

const pathPattern: Shape = matching((value) =>
  OTHER_SIGNS.test(value as string) ? 'a path with * and ** as its only signs' : null,
)

const withoutPaths: Shape = (value, path) =>
  Object.hasOwn(value as object, 'paths')
    ? [problem([...path, 'paths'], 'Expected paths for a host only, not: for *, which is every page')]
    : []

/** `https://example.com/`, `*.example.com` -> example.com */
function hostHint(given: string): string {
  const host = URL.canParse(given) ? new URL(given).hostname : given.replace(/^\*\./, '')
  return host !== given && normalHost(host) !== null && host !== '' ? ` (did you mean ${host}?)` : ''
}
