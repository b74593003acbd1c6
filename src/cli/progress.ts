/** What is known of a run that goes on. */
export interface Progress {
  /** Pages that are done, those of other shards included. */
  readonly done: number
  /** Of how many; null where nobody knows. */
  readonly total: number | null
  readonly failed: number
  /** Since the start. */
  readonly seconds: number
}

const BAR_CHARS = 24

/** Below this no rate is told: it would be that of the start. */
const SETTLED_SECONDS = 2

/**
 * The bar as a terminal shows it: `[=====>      ] 1,200 of 10,000 pages, 2 failed, 40/s, 3 min 40 s left`.
 *
 * Nothing of a page is in it, and nothing but ASCII: its width is its length.
 *
 * @param columns Width of the terminal. The last column stays free: some terminals wrap when it is written.
 */
export function barLine(progress: Progress, columns: number): string {
  const { done, total } = progress
  const told = progressLine(progress)
  const room = columns - 1
  if (total === null || total === 0 || told.length + BAR_CHARS + 3 > room) return told.slice(0, Math.max(room, 0))
  const filled = Math.min(BAR_CHARS, Math.floor((done / total) * BAR_CHARS))
  const head = filled < BAR_CHARS && filled > 0 ? `${'='.repeat(filled - 1)}>` : '='.repeat(filled)
  return `[${head.padEnd(BAR_CHARS)}] ${told}`
}

/** The same without a bar, for logs. */
export function progressLine({ done, total, failed, seconds }: Progress): string {
  const many =
    total === null ? `${grouped(done)} ${done === 1 ? 'page' : 'pages'}` : `${grouped(done)} of ${grouped(total)} pages`
  const parts = [many]
  // Before what a narrow terminal cuts off.
  if (failed > 0) parts.push(`${grouped(failed)} failed`)
  const rate = seconds >= SETTLED_SECONDS ? done / seconds : 0
  if (rate > 0) parts.push(rate >= 10 ? `${Math.round(rate)}/s` : `${rate.toFixed(1)}/s`)
  if (rate > 0 && total !== null && total >= done) parts.push(`${duration((total - done) / rate)} left`)
  return parts.join(', ')
}

/** 12345 -> `12,345`, in every locale. */
function grouped(count: number): string {
  const digits = String(count)
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}

/** Two units at most: nobody needs the seconds of an hour. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`
}
