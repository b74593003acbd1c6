import { relative, resolve, sep } from 'node:path'
import type { RuleOptions } from '../extract.ts'
import type { Settings } from './settings.ts'

/** The rules of a run for a page, with the page's path as rules know it. */
export function rulesFor({ rules }: Settings, page: { readonly path: string | null }): RuleOptions {
  if (rules === undefined) return {}
  const path = page.path === null ? null : relative(rules.folder, resolve(page.path)).split(sep).join('/')
  return { rules: rules.sites, path }
}
