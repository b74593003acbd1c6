/**
 * Where something stands on a page: a CSS selector, which finds elements of HTML pages, or a line, which finds blocks of
 * either kind of page.
 */
export type Place = string | LinePlace

export interface LinePlace {
  /** The whole text of a block, as `--explain` shows it; `*` stands for anything, all else for itself. */
  readonly line: string
  /** Of fields only: which `*` stands for the value, 1 for the first. Needed where there are several. */
  readonly take?: number | undefined
}

/** What the user says of the pages of a site. */
export interface SiteRule {
  /** Pages that tell no address are known by their path; `*` is a part of a name, `**` any folders. */
  readonly paths?: readonly string[] | undefined
  /** Part of the body, whatever it looks like. */
  readonly keep?: readonly Place[] | undefined
  /** Not part of the body, and not read for fields either. */
  readonly remove?: readonly Place[] | undefined
  /** Where the headline stands; of several places the first that a page has. */
  readonly title?: Place | readonly Place[] | undefined
  /** Where the day of publication stands, likewise. */
  readonly date?: Place | readonly Place[] | undefined
  /** Where the authors stand, likewise. */
  readonly author?: Place | readonly Place[] | undefined
}

/**
 * Rules by host: `example.com` is its subdomains, too, `*` every page. Where several hold for a page, all do; of two that
 * contradict each other the one of the longer host wins.
 */
export type SiteRules = Readonly<Record<string, SiteRule>>

/** The host that is every page. */
export const EVERY_PAGE = '*'

/** Rules that judge blocks, in the order in which those of one site win: what is kept is not removed. */
export const VERDICT_RULES = ['keep', 'remove'] as const
/** Rules that say where a field stands. */
export const FIELD_RULES = ['title', 'date', 'author'] as const

export type VerdictRule = (typeof VERDICT_RULES)[number]
export type FieldRule = (typeof FIELD_RULES)[number]
