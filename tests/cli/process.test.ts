import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { htmlPage, records, textPage, workplace } from './command.ts'

/** So many records that no pipe holds their results. */
function manyRecords(): string {
  const text = textPage('Tamar')
  return Array.from({ length: 500 }, (_, id) => `${JSON.stringify({ id: `${id}`, text })}\n`).join('')
}

describe('standard output', () => {
  test('a reader that goes away is no error', () => {
    const { put, shell } = workplace()
    put('all.jsonl', manyRecords())
    const { code, stdout, stderr } = shell('set -o pipefail; $CLEAN_ARTICLE all.jsonl | head -n 1')
    expect([code, stderr]).toEqual([0, ''])
    expect(records(stdout)).toHaveLength(1)
  })

  test('everything arrives in a slow pipe', () => {
    const { put, shell } = workplace()
    put('all.jsonl', manyRecords())
    const { stdout } = shell('$CLEAN_ARTICLE all.jsonl | (sleep 0.5; cat)')
    expect(records(stdout)).toHaveLength(500)
  })

  test('a full disk is the environment', () => {
    const { put, shell } = workplace()
    put('a.txt', textPage('Tamar'))
    for (const target of ['> /dev/full', '-o /dev/full']) {
      const { code, stderr } = shell(`$CLEAN_ARTICLE a.txt ${target}`)
      expect(code).toBe(3)
      expect(stderr).toMatch(/^clean-article: Can't write .*: no space left on the disk \(ENOSPC\)\n$/)
    }
  })

  test('closed from the start', () => {
    const { put, shell } = workplace()
    put('a.txt', textPage('Tamar'))
    expect(shell('$CLEAN_ARTICLE a.txt >&-')).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('standard input', () => {
  test('is never touched when files are given', async () => {
    const { put, start } = workplace()
    put('a.txt', textPage('Tamar'))
    // Never written to and never closed: reading it would wait for ever.
    const child = start(['a.txt'])
    const code = await new Promise((resolve) => child.on('exit', resolve))
    expect(code).toBe(0)
  })

  test('is read a record at a time', async () => {
    const { start } = workplace()
    const child = start(['--input-format', 'jsonl', '-'])
    const record = `${JSON.stringify({ id: 'a', text: textPage('Tamar') })}\n`
    child.stdin?.write(record)
    const first = await new Promise<Buffer>((resolve) => child.stdout?.once('data', resolve))
    expect(records(first.toString())).toMatchObject([{ id: 'a' }])
    child.stdin?.end()
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  })

  test('a pipe given as a file', () => {
    const { put, shell } = workplace()
    put('a.txt', textPage('Tamar'))
    expect(shell('$CLEAN_ARTICLE <(cat a.txt)').stdout).toContain('Tamar')
  })
})

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i and leaves nothing half-written', async (signal, expected) => {
    const { start, files } = workplace()
    const child = start(['--input-format', 'jsonl', '-', '-o', 'all.jsonl'])
    child.stdin?.write(`${JSON.stringify({ id: 'a', text: textPage('Tamar') })}\n`)
    const deadline = Date.now() + 20_000
    while (files().length === 0 && Date.now() < deadline) await sleep(20)
    expect(files()).toHaveLength(1)
    child.kill(signal)
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(expected)
    expect(files()).toEqual([])
  })
})

describe('output that can not be written', () => {
  test('a folder in the way of an output', () => {
    const { put, run, root, files } = workplace()
    put('in/a/b.html', htmlPage('Tamar'))
    put('out/a', 'a file where a folder must be')
    const { code, stderr } = run(['in', '-d', 'out'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^clean-article: Can't write .*\n$/)
    expect(files()).toEqual(['in/a/b.html', 'out/a'])
    expect(readFileSync(join(root, 'out/a'), 'utf8')).toBe('a file where a folder must be')
  })

  test('a link in the way is not followed', () => {
    const { put, run, root, files } = workplace()
    put('in/a/b.html', htmlPage('Tamar'))
    mkdirSync(join(root, 'elsewhere'))
    mkdirSync(join(root, 'out'))
    symlinkSync('../elsewhere', join(root, 'out/a'))
    expect(run(['in', '-d', 'out']).code).toBe(3)
    expect(files()).toEqual(['in/a/b.html', 'out/a'])
  })
})
