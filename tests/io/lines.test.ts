import { expect, test } from 'vitest'
import { readLines } from '../../src/io/lines.ts'
import { byteReader } from '../../src/io/reader.ts'

async function linesOf(text: string, size: number, limit?: number): Promise<[string, number, boolean][]> {
  const data = Buffer.from(text)
  async function* pieces() {
    for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
  }
  const lines: [string, number, boolean][] = []
  for await (const { bytes, size: length, ended } of readLines(byteReader(pieces()), limit)) {
    lines.push([Buffer.from(bytes).toString(), length, ended])
  }
  return lines
}

test.each([1, 3, 100])('LF, CRLF, blank lines and a last line without end, %i bytes at a time', async (size) => {
  expect(await linesOf('ab\ncd\r\n\nef', size)).toEqual([
    ['ab', 2, true],
    ['cd', 3, true],
    ['', 0, true],
    ['ef', 2, false],
  ])
})

test('no line after the last end', async () => {
  expect(await linesOf('a\n', 9)).toEqual([['a', 1, true]])
  expect(await linesOf('', 9)).toEqual([])
})

test.each([1, 100])('a line over the limit is dropped, the next one is whole, %i bytes at a time', async (size) => {
  expect(await linesOf('123456\nab\n', size, 5)).toEqual([
    ['', 6, true],
    ['ab', 2, true],
  ])
})
