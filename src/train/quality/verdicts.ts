import { signed } from './format.ts'
import type { Check, GateReport, Mismatch } from './gate.ts'

/** What the gate says, a line each; the last line is the verdict. */
export function renderGate(report: GateReport): readonly string[] {
  const of = (verdict: Check['verdict']) => report.checks.filter((check) => check.verdict === verdict)
  const lines = [
    ...report.mismatches.map(mismatchLine),
    ...of('broken').map(brokenLine),
    ...of('missing').map(({ key, kind, bound }) => `gone: ${key} was not measured, ${kind} ${bound.toFixed(3)}`),
    ...of('not-asked').map(({ key }) => `not measured: ${key}`),
    ...report.unpinned.map((key) => `not pinned yet: ${key} (--raise pins it)`),
  ]
  return [...lines, verdictLine(report)]
}

function mismatchLine({ set, pinned, found }: Mismatch): string {
  const floors = pinned === null ? 'the floors name no hash of it' : `the floors are of ${pinned}`
  const here = found === null ? 'it is not here' : `this one is ${found}`
  return `another corpus: ${set}: ${floors}, ${here}; the figures can't be compared`
}

function brokenLine({ key, kind, bound, figure }: Check): string {
  const word = { floor: 'below its floor', ceiling: 'above its ceiling', 'simple scorer': 'worse than simple' }[kind]
  const measured = figure ?? 0
  return `${word}: ${key} ${measured.toFixed(3)}, ${kind} ${bound.toFixed(3)}, difference ${signed(measured - bound)}`
}

function verdictLine({ checks, mismatches, passed, complete }: GateReport): string {
  if (mismatches.length > 0) return 'gate: FAILED, nothing was compared'
  const bad = checks.filter(({ verdict }) => verdict === 'broken' || verdict === 'missing').length
  const kept = checks.filter(({ verdict }) => verdict === 'kept').length
  const skipped = checks.length - kept - bad
  const rest = complete || skipped === 0 ? '' : `; INCOMPLETE: ${skipped} were not measured`
  return passed
    ? `gate: passed, ${kept} of ${checks.length} bounds kept${rest}`
    : `gate: FAILED, ${bad} of ${checks.length} bounds not kept${rest}`
}
