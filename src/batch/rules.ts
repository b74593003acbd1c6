import { relative, resolve, sep } from 'node:path'
import type { RuleOptions } from '../extract.ts'
import type { SiteRules } from '../rules/siteRules.ts'

/** What a configuration says of sites: what to keep, remove, or take for a field. */
export interface RunRules {
  readonly sites: SiteRules
  /** Folder of the configuration, which its paths are relative to. */
  readonly folder: string
}

/** The rules of a run for a page, with the page's path as rules know it. */
export function rulesFor(rules: RunRules | null, page: { readonly path: string | null }): RuleOptions {
  if (rules === null) return {}
  const path = page.path === null ? null : relative(rules.folder, resolve(page.path)).split(sep).join('/')
  return { rules: rules.sites, path }
}
