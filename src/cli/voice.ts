import { barLine, type Progress, progressLine } from './progress.ts'
import type { Streams } from './streams.ts'

/** What is said on standard error while pages are cleaned. */
export interface Voice {
  /** A line of its own, above the bar. */
  say(line: string): void
  /** A page is done. */
  step(done: number, isFailed: boolean): void
  /** How many pages there are; null where that turns out to be unknown, for good. */
  expect(total: number | null): void
  /** Take the bar away; called from signal handlers too. */
  hush(): void
}

export type VoiceKind =
  /** Redrawn in place, for terminals. */
  | 'bar'
  /** A line now and then, for logs. */
  | 'lines'
  /** Nothing of how far it is. */
  | 'none'

/** A bar that changes faster is not read. */
const DRAW_MS = 100

/** So that a log of a long run tells that it goes on, and is not filled by it. */
const LINE_MS = 30_000

const CLEAR = '\r\x1b[2K'

/** Where the terminal does not tell its width, or says 0. */
const DEFAULT_COLUMNS = 80

/**
 * Speak on a stream. The bar is taken away before a line is written and drawn again after it, so that neither breaks
 * the other.
 */
export function createVoice({ stderr }: Pick<Streams, 'stderr'>, kind: VoiceKind): Voice {
  const start = performance.now()
  let done = 0
  let failed = 0
  let total: number | null = null
  let isCountable = true
  let isDrawn = false
  let drawnAt = Number.NEGATIVE_INFINITY

  const now = (): Progress => ({ done, total, failed, seconds: (performance.now() - start) / 1000 })
  const clear = (): void => {
    if (isDrawn) stderr.write(CLEAR)
    isDrawn = false
  }
  const draw = (): void => {
    drawnAt = performance.now()
    isDrawn = true
    stderr.write(`${CLEAR}${barLine(now(), stderr.columns || DEFAULT_COLUMNS)}`)
  }
  const timer =
    kind === 'bar'
      ? setInterval(draw, DRAW_MS * 5)
      : setInterval(() => stderr.write(`${progressLine(now())}\n`), LINE_MS)
  if (kind === 'none') clearInterval(timer)
  // A run that is over does not wait for it.
  timer.unref()

  return {
    say(line) {
      const wasDrawn = isDrawn
      clear()
      stderr.write(`${guarded(line)}\n`)
      if (wasDrawn) draw()
    },
    step(newDone, isFailed) {
      done = newDone
      if (isFailed) failed += 1
      if (kind === 'bar' && performance.now() - drawnAt >= DRAW_MS) draw()
    },
    expect(newTotal) {
      if (newTotal === null) isCountable = false
      total = isCountable ? newTotal : null
    },
    hush() {
      clearInterval(timer)
      clear()
    },
  }
}

/** GitHub's runner takes an old form of its commands anywhere in a line: a page's name must not be one. */
function guarded(line: string): string {
  return line.replaceAll('##[', '##\\[')
}

/** Where a bar can be seen and does no harm. */
export function chooseVoice(
  { stdout, stderr }: Pick<Streams, 'stdout' | 'stderr'>,
  environment: Readonly<Record<string, string | undefined>>,
  run: { readonly many: boolean; readonly quiet: boolean; readonly toStdout: boolean },
): VoiceKind {
  if (run.quiet || !run.many) return 'none'
  const { TERM, CI = '' } = environment
  const isTerminal = stderr.isTTY === true && TERM !== 'dumb' && (CI === '' || CI === 'false')
  // Results on the same terminal would run through the bar.
  if (isTerminal) return run.toStdout && stdout.isTTY === true ? 'none' : 'bar'
  return 'lines'
}
