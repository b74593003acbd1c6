import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { barLine, type Progress, progressLine } from '../../src/cli/progress.ts'
import { chooseVoice, createVoice } from '../../src/cli/voice.ts'

const at = (changes: Partial<Progress> = {}): Progress => ({ done: 0, total: null, failed: 0, seconds: 0, ...changes })

test.each<[Partial<Progress>, string]>([
  [{}, '0 pages'],
  [{ done: 3, total: 10, seconds: 1 }, '3 of 10 pages'],
  [{ done: 1200, total: 10_000, seconds: 30, failed: 2 }, '1,200 of 10,000 pages, 2 failed, 40/s, 3 min 40 s left'],
  [{ done: 12, seconds: 24 }, '12 pages, 0.5/s'],
  [{ done: 1000, total: 1_000_000, seconds: 100 }, '1,000 of 1,000,000 pages, 10/s, 27 h 45 min left'],
  [{ done: 10, total: 10, seconds: 10 }, '10 of 10 pages, 1.0/s, 0 s left'],
  // More pages than files, as where a file turned out to hold many.
  [{ done: 12, total: 10, seconds: 10 }, '12 of 10 pages, 1.2/s'],
])('%j as a line', (changes, line) => {
  expect(progressLine(at(changes))).toBe(line)
})

test.each<[Partial<Progress>, number, string]>([
  [{ done: 0, total: 10 }, 60, '[                        ] 0 of 10 pages'],
  [{ done: 5, total: 10 }, 60, '[===========>            ] 5 of 10 pages'],
  [{ done: 10, total: 10 }, 60, '[========================] 10 of 10 pages'],
  [{ done: 12, total: 10 }, 60, '[========================] 12 of 10 pages'],
  [{ done: 5, total: null }, 60, '5 pages'],
  [{ done: 5, total: 10 }, 30, '5 of 10 pages'],
  [{ done: 5, total: 10 }, 6, '5 of '],
  [{ done: 5, total: 10 }, 0, ''],
])('%j as a bar of %i columns', (changes, columns, line) => {
  expect(barLine(at(changes), columns)).toBe(line)
})

test('no bar is as wide as its terminal', () => {
  const count = fc.nat(1e9)
  fc.assert(
    fc.property(
      count,
      fc.option(count),
      count,
      fc.nat(1e6),
      fc.integer({ min: 1, max: 200 }),
      (done, total, failed, seconds, columns) => {
        const line = barLine({ done, total, failed, seconds }, columns)
        expect(line.length).toBeLessThan(columns)
        expect(line).toMatch(/^[\x20-\x7e]*$/)
      },
    ),
  )
})

/** A stream that keeps what it is told. */
function listener(isTTY: boolean, columns = 80) {
  let said = ''
  const stream = Object.assign(new PassThrough(), { isTTY, columns })
  stream.on('data', (data: Buffer) => {
    said += data
  })
  return { stream, said: () => said }
}

test('the bar is taken away before a line and drawn again after it', () => {
  const { stream, said } = listener(true)
  const voice = createVoice({ stderr: stream }, 'bar')
  voice.expect(2)
  voice.step(1, true)
  voice.say('failed: a')
  voice.hush()
  const bar = '\r\x1b[2K[===========>            ] 1 of 2 pages, 1 failed'
  expect(said()).toBe(`${bar}\r\x1b[2Kfailed: a\n${bar}\r\x1b[2K`)
})

test('what is unknown once stays unknown', () => {
  const { stream, said } = listener(true)
  const voice = createVoice({ stderr: stream }, 'bar')
  voice.expect(null)
  voice.expect(7)
  voice.step(1, false)
  voice.hush()
  expect(said()).toBe('\r\x1b[2K1 page\r\x1b[2K')
})

test('a log has lines only, and none that a runner of GitHub takes for a command', () => {
  const { stream, said } = listener(false)
  const voice = createVoice({ stderr: stream }, 'lines')
  voice.step(1, false)
  voice.say('failed: ##[add-mask]a')
  voice.hush()
  expect(said()).toBe('failed: ##\\[add-mask]a\n')
})

test('a log tells every half minute that the run goes on', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { stream, said } = listener(false)
  const voice = createVoice({ stderr: stream }, 'lines')
  voice.expect(1000)
  voice.step(240, false)
  vi.advanceTimersByTime(29_999)
  expect(said()).toBe('')
  vi.advanceTimersByTime(30_001)
  expect(said()).toBe('240 of 1,000 pages, 8.0/s, 1 min 35 s left\n240 of 1,000 pages, 4.0/s, 3 min 10 s left\n')
  voice.hush()
  vi.advanceTimersByTime(60_000)
  expect(said().split('\n')).toHaveLength(3)
})

test.each<[string, boolean, boolean, Record<string, string>, Partial<Parameters<typeof chooseVoice>[2]>, string]>([
  ['a terminal', true, false, {}, {}, 'bar'],
  ['a terminal that has the results too', true, true, {}, {}, 'none'],
  ['a terminal, results in files', true, true, {}, { toStdout: false }, 'bar'],
  ['a log', false, false, {}, {}, 'lines'],
  ['CI with a terminal', true, false, { CI: 'true' }, {}, 'lines'],
  ['not CI', true, false, { CI: 'false' }, {}, 'bar'],
  ['a dumb terminal', true, false, { TERM: 'dumb' }, {}, 'lines'],
  ['quiet', true, false, {}, { quiet: true }, 'none'],
  ['one page', true, false, {}, { many: false }, 'none'],
])('%s', (_name, isErrTTY, isOutTTY, environment, changes, kind) => {
  const streams = { stderr: listener(isErrTTY).stream, stdout: listener(isOutTTY).stream }
  expect(chooseVoice(streams, environment, { many: true, quiet: false, toStdout: true, ...changes })).toBe(kind)
})
