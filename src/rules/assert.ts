import { checkRules, type SelectorTest, shownPath } from './check.ts'
import type { SiteRules } from './siteRules.ts'

/** Rules that were found to be right: those of a run are one object. */
const CHECKED = new WeakSet<SiteRules>()

/**
 * Make sure of rules that a program gives.
 *
 * @throws TypeError that names all that is wrong with them.
 */
export function assertRules(rules: SiteRules, selectorProblem: SelectorTest): void {
  if (CHECKED.has(rules)) return
  const problems = checkRules(rules, selectorProblem)
  if (problems.length > 0) {
    throw new TypeError(problems.map(({ path, message }) => `rules${bracketed(path)}: ${message}`).join('\n'))
  }
  CHECKED.add(rules)
}

function bracketed(path: readonly (string | number)[]): string {
  const shown = shownPath(path)
  return shown === '' || shown.startsWith('[') ? shown : `.${shown}`
}
