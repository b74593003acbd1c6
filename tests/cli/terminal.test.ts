import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { textPage, workplace } from './command.ts'

/** `script` of util-linux gives a command a terminal; that of other systems has other options. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

const CLEAR = '\r\x1b[2K'

describe.skipIf(!hasScript)('on a terminal', () => {
  /** What a terminal of 60 columns is sent by a run over three pages, one of which is bad. */
  function onTerminal(command: string): string {
    const { put, shell, root } = workplace()
    for (const name of ['a', 'b']) put(`in/${name}.txt`, textPage(name))
    put('in/c\x1b[31m.pdf', '%PDF-1.7')
    put('run.sh', `stty cols 60; ${command}`)
    const { stdout } = shell(`TERM=xterm script -qec 'bash run.sh' /dev/null < /dev/null`)
    // The terminal writes line ends its own way.
    return stdout.replaceAll('\r\n', '\n').replaceAll(root, '')
  }
  const FAILED = 'failed: in/c\\x1b[31m.pdf: not-text: the input is binary data\n'
  const SUMMARY = '3 pages, 2 cleaned, 1 failed\n'

  test('a bar is drawn, taken away before each line, and gone in the end', () => {
    const sent = onTerminal('$CLEAN_ARTICLE in -d out')
    expect(sent).toContain(`${CLEAR}[`)
    expect(sent).toContain(`${CLEAR}${FAILED}`)
    expect(sent.endsWith(`${CLEAR}${SUMMARY}`)).toBe(true)
    const drawn = sent.split(CLEAR).filter((part) => part.startsWith('['))
    expect(
      drawn.every((bar) => /^\[[=> ]{24}\] \d of 3 pages(?:, 1 failed)?[^\n]*$/.test(bar) && bar.length < 60),
    ).toBe(true)
    // Nothing of a page has power over the terminal: all escapes are the bar's.
    expect(sent.replaceAll(CLEAR, '')).not.toContain('\x1b')
  })

  test.each([
    ['CI', 'CI=true $CLEAN_ARTICLE in -d out'],
    ['a dumb terminal', 'TERM=dumb $CLEAN_ARTICLE in -d out'],
  ])('none: %s', (_name, command) => {
    expect(onTerminal(command)).toBe(`${FAILED}${SUMMARY}`)
  })

  test('none: results on the same terminal, or quiet', () => {
    expect(onTerminal('$CLEAN_ARTICLE in')).not.toContain('\x1b[2K')
    expect(onTerminal('$CLEAN_ARTICLE in -d out -q')).toBe(FAILED)
  })
})

test('in a pipe nothing but failures and the summary', () => {
  const { put, shell } = workplace()
  put('in/a.txt', textPage('a'))
  put('in/b.pdf', '%PDF-1.7')
  expect(shell('$CLEAN_ARTICLE in -d out 2>&1 | cat').stdout).toBe(
    'failed: in/b.pdf: not-text: the input is binary data\n2 pages, 1 cleaned, 1 failed\n',
  )
})
