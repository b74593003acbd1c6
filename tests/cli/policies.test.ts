import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { records, textPage, type Workplace, workplace } from './command.ts'

/** Five pages, of which the second and the fourth are none, and one of the others has a date. */
function pages(): Workplace {
  const place = workplace()
  place.put('in/1.txt', textPage('Tamar'))
  place.put('in/2.pdf', '%PDF-1.7')
  place.put('in/3.txt', textPage('Lynher').replace('Home > News', 'Home > News\n\n14 March 2024'))
  place.put('in/4.pdf', '%PDF-1.7')
  place.put('in/5.txt', textPage('Tavy'))
  return place
}

const BAD = (name: string) => `failed: in/${name}.pdf: not-text: the input is binary data\n`

describe('what a page must have', () => {
  test('a page without it is written, told, and counts as failed', () => {
    const { run, files } = pages()
    const { code, stderr } = run(['in', '-d', 'out', '--require', 'title,date', '--min-confidence', '0.2'])
    expect(code).toBe(1)
    expect(stderr).toBe(
      `failed: in/1.txt: missing-field: no date\n${BAD('2')}${BAD('4')}failed: in/5.txt: missing-field: no date\n` +
        '5 pages, 1 cleaned, 4 failed\n',
    )
    expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/1.md', 'out/3.md', 'out/5.md'])
  })

  test('in jsonl the page is whole, without an error', () => {
    const { run } = pages()
    const found = records(run(['in/1.txt', 'in/3.txt', '--require', 'date']).stdout)
    expect(found.map(({ id, date, error }) => [id, date, error])).toEqual([
      ['in/1.txt', null, undefined],
      ['in/3.txt', '2024-03-14', undefined],
    ])
  })

  test('one page too', () => {
    const { run } = pages()
    const { code, stdout, stderr } = run(['in/1.txt', '--min-confidence', '1'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^failed: in\/1\.txt: low-confidence: confidence 0\.\d{1,3} is below 1\n$/)
    expect(stdout).toContain('Tamar')
  })
})

describe('failures', () => {
  test.each([
    [['--max-failures', '1'], 1],
    [['--max-failures', '2'], 0],
    [['--max-failures', '39%'], 1],
    [['--max-failures', '40%'], 0],
    [['--exit-zero'], 0],
  ])('two of five with %j: %i', (args, expected) => {
    const { run } = pages()
    const { code, stderr } = run(['in', '-d', 'out', ...args])
    expect([code, stderr]).toEqual([expected, `${BAD('2')}${BAD('4')}5 pages, 3 cleaned, 2 failed\n`])
  })

  test('--fail-fast ends with the first in the order of the input, whatever the number of jobs', () => {
    const { run, files } = pages()
    for (const jobs of ['1', '4']) {
      const { code, stderr } = run(['in', '-d', 'out', '--fail-fast', '-j', jobs])
      expect(code).toBe(1)
      expect(stderr).toBe(`${BAD('2')}2 pages, 1 cleaned, 1 failed; stopped at the first that failed\n`)
      expect(files().filter((name) => name.startsWith('out'))).toEqual(['out/1.md'])
    }
  })

  test('--fail-fast leaves no file with a part of the pages', () => {
    const { run, files } = pages()
    expect(run(['in', '-o', 'all.jsonl', '--fail-fast']).code).toBe(1)
    expect(files().filter((name) => name.includes('all'))).toEqual([])
  })

  test('--quiet leaves them, and nothing else', () => {
    const { run } = pages()
    expect(run(['in', '-d', 'out', '-q']).stderr).toBe(`${BAD('2')}${BAD('4')}`)
    expect(run(['-q'], ' \n').stderr).toBe('')
  })

  test.each([
    [['--fail-fast', '--max-failures', '1'], 'Expected --fail-fast or --max-failures, not: both'],
    [['--check'], 'Expected --out-dir or --output with --check, not: neither'],
    [['--part-pages', '2'], 'Expected --output with --part-pages, not: without'],
    [['--part-pages', '0', '-o', 'a'], 'Expected a whole number from 1 for --part-pages, not: 0'],
    [['--cache-location', ''], 'Expected a folder for --cache-location, not: nothing'],
    [['--require', 'headline'], 'Expected fields out of '],
  ])('%j is wrong usage', (args, message) => {
    const { run, files } = pages()
    const before = files()
    const { code, stderr } = run(['in', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(`clean-article: ${message}`)
    expect(files()).toEqual(before)
  })
})

describe('--check', () => {
  test('of a folder: nothing is written, and what differs or is missing fails', () => {
    const { run, files, root } = pages()
    rmSync(join(root, 'in/2.pdf'))
    rmSync(join(root, 'in/4.pdf'))
    expect(run(['in', '-d', 'out', '--check'])).toMatchObject({ code: 1 })
    expect(existsSync(join(root, 'out'))).toBe(false)
    expect(run(['in', '-d', 'out']).code).toBe(0)
    expect(run(['in', '-d', 'out', '--check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '3 pages, 3 cleaned, 0 failed\n',
    })
    writeFileSync(join(root, 'out/1.md'), 'by hand')
    rmSync(join(root, 'out/5.md'))
    const before = files()
    expect(run(['in', '-d', 'out', '--check'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'failed: in/1.txt: differs: out/1.md is not what would be written\n' +
        'failed: in/5.txt: differs: out/5.md is missing\n3 pages, 1 cleaned, 2 failed\n',
    })
    expect(files()).toEqual(before)
    expect(readFileSync(join(root, 'out/1.md'), 'utf8')).toBe('by hand')
  })

  test('of a file: a page that is gone from the input is told', () => {
    const { run, root } = pages()
    expect(run(['in', '-o', 'all.jsonl', '--exit-zero']).code).toBe(0)
    expect(run(['in', '-o', 'all.jsonl', '--check', '--max-failures', '2']).code).toBe(0)
    rmSync(join(root, 'in/5.txt'))
    const { code, stderr } = run(['in', '-o', 'all.jsonl', '--check', '--max-failures', '2'])
    expect(code).toBe(1)
    expect(stderr).toContain('failed: all.jsonl: differs: all.jsonl goes on after the last page\n')
  })
})

describe('parts', () => {
  test('together are the file, gzipped or not, and none is an input of the next run', () => {
    const { run, files, root } = pages()
    run(['in', '-o', 'whole.jsonl'])
    const whole = readFileSync(join(root, 'whole.jsonl'), 'utf8')
    for (let i = 0; i < 2; i += 1) {
      expect(run(['in', '-o', 'in/all.jsonl.gz', '--part-pages', '2']).stderr).toContain('5 pages, 3 cleaned')
      const parts = files().filter((name) => name.endsWith('.gz'))
      expect(parts).toEqual([1, 2, 3].map((part) => `in/all-0000${part}.jsonl.gz`))
      expect(parts.map((name) => gunzipSync(readFileSync(join(root, name))).toString()).join('')).toBe(whole)
    }
    expect(run(['in', '-o', 'in/all.jsonl.gz', '--part-pages', '2', '--check', '--max-failures', '2']).code).toBe(0)
  })

  test('a part that is named as an input is not overwritten', () => {
    const { put, run } = workplace()
    put('all-00001.jsonl', '{"text":"x"}\n')
    const { code, stderr } = run(['all-00001.jsonl', '-o', 'all.jsonl', '--part-pages', '2'])
    expect(code).toBe(2)
    expect(stderr).toContain('Expected a report, a part or a cache that is no input, not: all-00001.jsonl\n')
  })
})

describe('--cache', () => {
  test('the same output from it, for one page and for many', () => {
    const { run, root } = pages()
    const first = run(['in'])
    const inside = () => readFileSync(join(root, '.clean-article-cache/.gitignore'), 'utf8')
    for (let i = 0; i < 2; i += 1) {
      expect(run(['in', '--cache'])).toEqual(first)
      expect(run(['in/1.txt', '--cache'])).toEqual(run(['in/1.txt']))
    }
    expect(inside()).toBe('*\n')
  })

  test('what was changed is cleaned anew', () => {
    const { put, run } = pages()
    run(['in', '--cache-location', 'kept'])
    put('in/1.txt', textPage('Plym'))
    const found = records(run(['in', '--cache-location', 'kept']).stdout)
    expect(found[0]?.text).toContain('Plym')
    expect(records(run(['in', '--cache-location', 'kept', '--language', 'fr']).stdout)[0]?.language).toBe('fr')
  })

  test('is read, is never an input, and may be damaged', () => {
    const { run, files, root } = pages()
    const first = run(['.', '--cache-location', 'in/kept'])
    const kept = files().filter((name) => /^in\/kept\/..\//.test(name))
    expect(kept).toHaveLength(3)
    for (const name of kept) writeFileSync(join(root, name), 'damaged')
    expect(run(['.', '--cache-location', 'in/kept'])).toEqual(first)
    expect(kept.map((name) => readFileSync(join(root, name), 'utf8'))).not.toContain('damaged')
  })

  test('two runs at once', () => {
    const { shell } = pages()
    const both =
      '$CLEAN_ARTICLE in --cache > 1 & $CLEAN_ARTICLE in --cache > 2; wait; $CLEAN_ARTICLE in > 3; cmp 1 2 && cmp 1 3'
    expect(shell(both)).toMatchObject({ code: 0 })
  })

  test('lies with those of other tools where a package is near', () => {
    const { put, run, files, root } = pages()
    put('package.json', '{}')
    put('node_modules/x/index.js', '')
    run(['in', '--cache'])
    expect(existsSync(join(root, 'node_modules/.cache/clean-article/CACHEDIR.TAG'))).toBe(true)
    expect(files().filter((name) => name.startsWith('.clean'))).toEqual([])
  })

  test('a folder that can not be made is wrong usage', () => {
    const { put, run } = pages()
    put('file', '')
    const { code, stderr } = run(['in', '--cache-location', 'file/kept'])
    expect(code).toBe(2)
    expect(stderr).toContain('Expected a folder that can be written to for the cache, not: file/kept: ')
  })
})
