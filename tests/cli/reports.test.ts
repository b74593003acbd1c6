import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { textPage, workplace } from './command.ts'

/** Pages in a folder and records in a file; one of each is bad. */
function pages() {
  const place = workplace()
  for (const name of ['a', 'b', 'c', 'd']) place.put(`in/${name}.txt`, textPage(name))
  place.put('in/bad.pdf', '%PDF-1.7')
  const lines = ['x', 'y', 'z'].map((id) => JSON.stringify({ id, text: textPage(id) }))
  place.put('in/records.jsonl', `${lines.join('\n')}\nno json\n`)
  return { ...place, read: (name: string) => readFileSync(join(place.root, name), 'utf8') }
}

const ALL = ['--report', 'json=r/r.json', '--report', 'junit=r/r.xml', '--report', 'md=r/r.md']

test('several at once, the same bytes each time and for any number of jobs', () => {
  const { run, read } = pages()
  const reports = ['r/r.json', 'r/r.xml', 'r/r.md']
  expect(run(['in', '-d', 'out', ...ALL, '-j', '1']).code).toBe(1)
  const first = reports.map(read)
  expect(run(['in', '-d', 'out', ...ALL, '-j', '3']).code).toBe(1)
  expect(reports.map(read)).toEqual(first)

  const lines = (first[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ path, id, status }) => [path, id, status])).toEqual([
    ['in/a.txt', 'a', 'ok'],
    ['in/b.txt', 'b', 'ok'],
    ['in/bad.pdf', 'bad.pdf', 'failed'],
    ['in/c.txt', 'c', 'ok'],
    ['in/d.txt', 'd', 'ok'],
    ['in/records.jsonl', 'x', 'ok'],
    ['in/records.jsonl', 'y', 'ok'],
    ['in/records.jsonl', 'z', 'ok'],
    ['in/records.jsonl', null, 'failed'],
    [undefined, undefined, undefined],
  ])
  const written = read('out/a.md')
  expect(lines[0]).toMatchObject({
    bytesIn: Buffer.byteLength(textPage('a')),
    bytesOut: Buffer.byteLength(written),
    sha256: createHash('sha256').update(written).digest('hex'),
  })
  expect(lines[9].sums).toMatchObject({ pages: 9, statuses: { ok: 7, failed: 2 }, complete: true, shard: null })
})

test('they are no input of the next run, and not written over one', () => {
  const { run, read } = pages()
  run(['in', '--report', 'json=in/r.txt', '--report', 'md=in/m.txt'])
  const first = read('in/r.txt')
  run(['in', '--report', 'json=in/r.txt', '--report', 'md=in/m.txt'])
  expect(read('in/r.txt')).toBe(first)
  const { code, stderr } = run(['in/a.txt', '--report', 'json=./in/a.txt'])
  expect(code).toBe(2)
  expect(stderr).toContain('Expected a report, a part or a cache that is no input, not: in/a.txt\n')
})

test('a report that can not be written is the environment', () => {
  const { run, files } = pages()
  expect(run(['in/a.txt', '--report', 'json=in/b.txt/r.json'])).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^clean-article: Can't write the report in\/b\.txt\/r\.json: /),
  })
  expect(run(['in', '--report', 'json=/dev/full']).code).toBe(3)
  expect(run(['in', '--report', 'junit=/dev/full']).code).toBe(3)
  expect(run(['in', '--report', 'md=in']).code).toBe(2)
  expect(files().filter((name) => name.includes('tmp'))).toEqual([])
})

test('a run that is stopped says so', () => {
  const { run, read } = pages()
  expect(run(['in', '-d', 'out', '--fail-fast', '--report', 'json=r.json']).code).toBe(1)
  expect(JSON.parse(read('r.json').trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    sums: { pages: 3, complete: false },
  })
})

describe('GitHub', () => {
  const ANNOTATIONS = [
    '::error file=in/bad.pdf,title=not-text::in/bad.pdf: the input is binary data',
    '::error file=in/records.jsonl,title=bad-record::in/records.jsonl: line 4: Expected a JSON object in the line',
  ]

  test('is told in its own runs, on standard error', () => {
    const { shell, read } = pages()
    const { code, stdout, stderr } = shell(
      'GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=summary GITHUB_WORKSPACE=$PWD $CLEAN_ARTICLE in -d out',
    )
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr.split('\n').slice(2)).toEqual([...ANNOTATIONS, '9 pages, 7 cleaned, 2 failed', ''])
    expect(read('summary')).toMatch(/^# clean-article\n/)
  })

  test('elsewhere if it is asked for', () => {
    const { run } = pages()
    expect(run(['in', '-d', 'out']).stderr).not.toContain('::')
    expect(run(['in', '-d', 'out', '--report', 'github', '-q']).stderr.split('\n').slice(2, -1)).toEqual(ANNOTATIONS)
  })

  test('paths are those of the repository, from a folder in it', () => {
    const { shell } = pages()
    const { stderr } = shell('cd in; GITHUB_ACTIONS=true GITHUB_WORKSPACE=$(dirname "$PWD") $CLEAN_ARTICLE bad.pdf')
    expect(stderr).toContain('::error file=in/bad.pdf,title=not-text::bad.pdf: ')
  })
})

describe('merge-reports', () => {
  test('makes of the reports of shards, told by a scheduler, that of one run', () => {
    const { run, shell, read } = pages()
    run(['in', '-d', 'whole', '--report', 'json=whole.json'])
    for (const task of [0, 1, 2]) {
      const slurm = `SLURM_ARRAY_TASK_ID=${task} SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=3`
      shell(`${slurm} $CLEAN_ARTICLE in -d out --shard auto --report json=shards/${task}/r.json`)
    }
    const { code, stdout, stderr } = run(['merge-reports', 'shards', ...ALL])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe('9 pages, 7 cleaned, 2 failed; bad-record 1, not-text 1\n')
    expect(read('r/r.json')).toBe(read('whole.json'))
    expect(read('r/r.xml')).toContain('<testsuites name="clean-article" tests="9" failures="2" errors="0" skipped="0">')
    expect(shell('diff -r whole out').code).toBe(0)
    // Again, though the merged report lies beside the others now.
    expect(run(['merge-reports', 'shards', '--report', 'json=shards/all.json']).code).toBe(1)
    expect(run(['merge-reports', 'shards', '--report', 'json=shards/all.json']).code).toBe(1)
    expect(read('shards/all.json')).toBe(read('whole.json'))
  })

  test('exits as the runs would together', () => {
    const { run } = pages()
    run(['in', '-d', 'out', '--report', 'json=r.json'])
    expect(run(['merge-reports', 'r.json', '--max-failures', '2']).code).toBe(0)
    expect(run(['merge-reports', 'r.json', '--max-failures', '20%']).code).toBe(1)
    expect(run(['merge-reports', 'r.json', '--exit-zero', '-q'])).toEqual({ code: 0, stdout: '', stderr: '' })
    run(['in', '-d', 'out', '--fail-fast', '--report', 'json=s.json'])
    const { code, stderr } = run(['merge-reports', 's.json', '--max-failures', '9'])
    expect([code, stderr]).toEqual([1, '3 pages, 2 cleaned, 1 failed; not-text 1; stopped before the end\n'])
  })

  test('a shard that is missing is wrong usage, and nothing is written', () => {
    const { run, root, files } = pages()
    for (const shard of [1, 2]) run(['in', '-d', 'out', '--shard', `${shard}/2`, '--report', `json=s/${shard}.json`])
    rmSync(join(root, 's/2.json'))
    const { code, stderr } = run(['merge-reports', 's', '--report', 'md=m.md'])
    expect(code).toBe(2)
    expect(stderr).toContain('Expected the reports of all 2 shards, not: without 2\n')
    expect(files().filter((name) => name.endsWith('m.md'))).toEqual([])
  })

  test.each([
    [[], 'Expected json reports, or folders of them, not: nothing'],
    [['none'], 'Expected a json report or a folder that exists, not: none'],
    [['empty'], 'Expected a folder with json reports, not: empty, which has no file *.json or *.jsonl'],
    [['in/a.txt'], 'Expected a json report, not: in/a.txt, whose line 1 is of another kind'],
    [['in', '--repot'], 'Expected a known option, not: --repot (Did you mean --report?)'],
  ])('%j is wrong usage', (args, message) => {
    const { put, run } = pages()
    put('empty/a.txt', '')
    const { code, stderr } = run(['merge-reports', ...args])
    expect(code).toBe(2)
    expect(stderr).toBe(`clean-article: ${message}\nclean-article --help lists the options.\n`)
  })

  test('help, and a file of that name', () => {
    const { put, run } = pages()
    expect(run(['merge-reports', '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: clean-article merge-reports \[options\] \[reports\.\.\.\]\n/),
    })
    put('merge-reports', textPage('Tamar'))
    expect(run(['./merge-reports']).stdout).toContain('Tamar')
  })
})
