import type { Token } from './tokens.ts'
import { AFTERNOON, CLOCK_UNITS, CLOCK_WORDS, MORNING } from './words.ts'
import { isZone } from './zones.ts'

/** A time of day as read from a text. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  /** Null where the text does not tell. */
  readonly second: number | null
  /** Folded name of the zone, or null. */
  readonly zone: string | null
  /** Minutes east of UTC where the text says so in figures, else null. */
  readonly offset: number | null
  /** Index of the token after it. */
  readonly next: number
}

interface Figures {
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  readonly next: number
}

const HOUR_UNITS = new Set(['h', 'ч', 'u', 'hs', 'giờ', 'gio', '時', '时', '點', '点', '시'])
const MINUTE_UNITS = new Set(['分', '분', 'min', 'm', 'мин', 'perc'])
const SECOND_UNITS = new Set(['秒', '초', 's'])

/**
 * The time of day that starts at a token: `16:41`, `16: 41: 50 WIB`, `16.41 Uhr`, `16h30`, `14時25分`, `오후 2시 30분`,
 * `2:00 a. m.`, `3 pm`.
 *
 * @param allowDot Whether `16.41` may be a time without a word or unit that says so.
 */
export function clockAt(tokens: readonly Token[], index: number, allowDot: boolean): Clock | null {
  const before = dayPeriod(tokens, index)
  const figures = figuresAt(tokens, before.next, allowDot || before.shift !== null)
  if (figures === null) return null
  let next = figures.next
  // A stray colon: `3:48: Uhr`.
  if (tokens[next]?.text === ':' && CLOCK_UNITS.has(tokens[next + 1]?.text ?? '')) next++
  const after = before.shift === null ? dayPeriod(tokens, next) : { shift: before.shift, next }
  next = after.next
  if (CLOCK_UNITS.has(tokens[next]?.text ?? '')) next++
  const hour = shiftHour(figures.hour, after.shift)
  if (hour === null) return null
  return { hour, minute: figures.minute, second: figures.second, ...zoneAt(tokens, next) }
}

function shiftHour(hour: number, shift: 'am' | 'pm' | null): number | null {
  if (shift === 'pm' && hour < 12) return hour + 12
  if (shift === 'am' && hour === 12) return 0
  if (hour === 24) return null
  return hour
}

function dayPeriod(tokens: readonly Token[], index: number): { shift: 'am' | 'pm' | null; next: number } {
  const first = tokens[index]
  if (first?.kind !== 'word') return { shift: null, next: index }
  const second = tokens[index + 1]
  const pair = second?.kind === 'word' ? first.text + second.text : ''
  if (MORNING.has(pair)) return { shift: 'am', next: index + 2 }
  if (AFTERNOON.has(pair)) return { shift: 'pm', next: index + 2 }
  if (MORNING.has(first.text)) return { shift: 'am', next: index + 1 }
  if (AFTERNOON.has(first.text)) return { shift: 'pm', next: index + 1 }
  // `a. m.`, `μ.μ.`
  if (second?.text === '.' && tokens[index + 2]?.kind === 'word') {
    const name = first.text + (tokens[index + 2] as Token).text
    const next = index + (tokens[index + 3]?.text === '.' ? 4 : 3)
    if (MORNING.has(name)) return { shift: 'am', next }
    if (AFTERNOON.has(name)) return { shift: 'pm', next }
  }
  return { shift: null, next: index }
}

function figuresAt(tokens: readonly Token[], index: number, allowDot: boolean): Figures | null {
  const hour = tokens[index]
  if (hour?.kind !== 'number' || hour.text.length > 2 || hour.value > 24) return null
  const mark = tokens[index + 1]
  if (mark === undefined) return null
  if (mark.text === ':' || mark.text === '：' || mark.text === '∶') return withMinutes(tokens, index, ':')
  if (mark.text === '.' && !mark.gap) return dotted(tokens, index, allowDot)
  if (HOUR_UNITS.has(mark.text) || mark.text.startsWith('시')) return withUnits(tokens, index)
  if (mark.text === 'uhr' || mark.text === 'uur') return { hour: hour.value, minute: 0, second: null, next: index + 1 }
  if (hour.value > 0 && hour.value <= 12 && dayPeriod(tokens, index + 1).shift !== null) {
    return { hour: hour.value, minute: 0, second: null, next: index + 1 }
  }
  return null
}

function twoDigits(token: Token | undefined): number | null {
  return token?.kind === 'number' && token.text.length === 2 && token.value < 60 ? token.value : null
}

/** `16:41`, `16: 41: 50`, `16:41:50.123` */
function withMinutes(tokens: readonly Token[], index: number, mark: string): Figures | null {
  const hour = (tokens[index] as Token).value
  const minute = twoDigits(tokens[index + 2])
  if (minute === null) return null
  const isMark = tokens[index + 3]?.text === mark || (mark === ':' && tokens[index + 3]?.text === '：')
  const second = isMark && tokens[index + 3]?.gap === false ? twoDigits(tokens[index + 4]) : null
  let next = index + (second === null ? 3 : 5)
  const isFraction = second !== null && /^[.,]$/.test(tokens[next]?.text ?? '') && tokens[next + 1]?.gap === false
  if (isFraction && tokens[next + 1]?.kind === 'number') next += 2
  return { hour, minute, second, next }
}

/** `16.41`: also a price or the score of a game, so something has to say that it is a time. */
function dotted(tokens: readonly Token[], index: number, allowDot: boolean): Figures | null {
  if (tokens[index + 2]?.gap !== false) return null
  const figures = withMinutes(tokens, index, '.')
  if (figures === null) return null
  const before = tokens[index - 1]?.text === '.' ? tokens[index - 2] : tokens[index - 1]
  const after = tokens[figures.next]?.text ?? ''
  const isTold = CLOCK_WORDS.has(before?.text ?? '') || CLOCK_UNITS.has(after) || isZone(after)
  // `12.01.26 — 10.04.26` are two dates.
  const mayBeDay = figures.second !== null && figures.hour > 0 && figures.minute > 0 && figures.minute <= 12
  return isTold || (allowDot && !mayBeDay) || dayPeriod(tokens, figures.next).shift !== null ? figures : null
}

/** `16h30`, `16 h 30`, `14時25分`, `2시 30분` */
function withUnits(tokens: readonly Token[], index: number): Figures | null {
  const hour = (tokens[index] as Token).value
  const minuteToken = tokens[index + 2]
  const isMinute = minuteToken?.kind === 'number' && minuteToken.text.length <= 2 && minuteToken.value < 60
  if (!isMinute) {
    const isHalf = minuteToken?.text === '半' || minuteToken?.text === '반'
    return { hour, minute: isHalf ? 30 : 0, second: null, next: index + (isHalf ? 3 : 2) }
  }
  const hasUnit = MINUTE_UNITS.has(tokens[index + 3]?.text ?? '')
  if (!hasUnit && minuteToken.text.length !== 2) return { hour, minute: 0, second: null, next: index + 2 }
  let next = index + (hasUnit ? 4 : 3)
  let second: number | null = null
  if (hasUnit && tokens[next]?.kind === 'number' && SECOND_UNITS.has(tokens[next + 1]?.text ?? '')) {
    second = (tokens[next] as Token).value
    next += 2
  }
  return { hour, minute: minuteToken.value, second: second !== null && second < 60 ? second : null, next }
}

/** A zone after a time: `WIB`, `(GMT+7)`, `+0700`, `UTC+03:00`, `Z`. */
function zoneAt(tokens: readonly Token[], index: number): Pick<Clock, 'zone' | 'offset' | 'next'> {
  const at = tokens[index]?.text === '(' ? index + 1 : index
  const name = tokens[at]
  if (name?.kind === 'word' && isZone(name.text)) {
    const shift = /^(?:gmt|utc|z)$/.test(name.text) ? offsetAt(tokens, at + 1) : null
    return shift === null ? { zone: name.text, offset: null, next: at + 1 } : { zone: null, ...shift }
  }
  const shift = at === index ? offsetAt(tokens, index) : null
  const isGlued = tokens[index + 1]?.gap === false && tokens[index]?.text !== '.'
  const isFull = tokens[index + 1]?.text.length === 4 || tokens[index + 2]?.text === ':'
  return shift !== null && isGlued && isFull ? { zone: null, ...shift } : { zone: null, offset: null, next: index }
}

function offsetAt(tokens: readonly Token[], index: number): { offset: number; next: number } | null {
  const sign = tokens[index]?.text
  const figure = tokens[index + 1]
  if ((sign !== '+' && sign !== '-' && sign !== '−') || figure?.kind !== 'number' || figure.gap) return null
  const direction = sign === '+' ? 1 : -1
  if (figure.text.length === 4) {
    return { offset: direction * (Math.floor(figure.value / 100) * 60 + (figure.value % 100)), next: index + 2 }
  }
  if (figure.text.length > 2 || figure.value > 14) return null
  const minutes = tokens[index + 2]?.text === ':' ? twoDigits(tokens[index + 3]) : null
  return { offset: direction * (figure.value * 60 + (minutes ?? 0)), next: index + (minutes === null ? 2 : 4) }
}
