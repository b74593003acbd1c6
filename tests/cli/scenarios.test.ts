import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BIN, htmlPage, records, textPage, type Workplace, workplace } from './command.ts'

/** Pages of both kinds, in folders. */
function putPages({ put }: Workplace, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const folder = `in/${i % 3}`
    if (i % 2 === 0) put(`${folder}/page-${i}.html`, htmlPage(`word${i}`))
    else put(`${folder}/page-${i}.txt`, textPage(`word${i}`))
  }
}

/** Name -> content of all files below a folder, hidden ones too. */
function tree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

const articlesIn = (folder: string) => Object.entries(tree(folder)).filter(([name]) => name.endsWith('.md'))

/** Start in a group of its own, so that all of it can be killed. */
function startGroup({ root }: Workplace, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve))

/** Wait until so many articles are there. */
async function untilWritten(folder: string, count: number): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (existsSync(folder)) {
      const names = readdirSync(folder, { recursive: true }).map(String)
      if (names.filter((name) => name.endsWith('.md')).length >= count) return
    }
    await sleep(5)
  }
  throw new Error(`no ${count} articles in ${folder}`)
}

describe('a run that is killed', () => {
  test('leaves whole files only, and the next run ends like one that was not killed', async () => {
    const place = workplace()
    putPages(place, 60)
    expect(place.run(['in', '-d', 'whole']).code).toBe(0)
    const whole = tree(join(place.root, 'whole'))
    const out = join(place.root, 'out')
    for (const count of [1, 5, 20, 40]) {
      const child = startGroup(place, ['in', '-d', 'out', '-j', '2'])
      await untilWritten(out, count)
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await ended(child)
      for (const [name, content] of articlesIn(out)) expect([name, content]).toEqual([name, whole[name]])
    }
    const { code, stderr } = place.run(['in', '-d', 'out'])
    expect([code, stderr]).toEqual([0, '60 pages, 60 cleaned, 0 failed\n'])
    expect(tree(out)).toEqual(whole)
  })

  test('is not begun again for what it had done, unless that was asked for or has changed', async () => {
    const place = workplace()
    putPages(place, 12)
    const out = join(place.root, 'out')
    const child = startGroup(place, ['in', '-d', 'out', '-j', '1'])
    await untilWritten(out, 4)
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended(child)
    // Cleaned again, the page would take its worker down.
    const crash = { CLEAN_ARTICLE_TEST_CRASH: '0/page-0' }
    const again = startGroup(place, ['in', '-d', 'out', '-j', '1'], crash)
    expect(await ended(again)).toBe(0)
    const anew = startGroup(place, ['in', '-d', 'out', '-j', '1'], crash)
    expect(await ended(anew)).toBe(1)
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s: ends with %i, and the next run goes on', async (signal, expected) => {
    const place = workplace()
    putPages(place, 60)
    const out = join(place.root, 'out')
    const child = startGroup(place, ['in', '-d', 'out', '-j', '2'])
    await untilWritten(out, 5)
    // A terminal sends it to the whole group.
    process.kill(-(child.pid ?? 0), signal)
    expect(await ended(child)).toBe(expected)
    expect(Object.keys(tree(out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(place.run(['in', '-d', 'out']).code).toBe(0)
    expect(place.run(['in', '-d', 'whole']).code).toBe(0)
    expect(tree(out)).toEqual(tree(join(place.root, 'whole')))
  })
})

describe('a page costs itself and nothing else', () => {
  const fails = async (variable: string, timeout = '60') => {
    const place = workplace()
    putPages(place, 12)
    const child = startGroup(place, ['in', '-d', 'out', '-j', '2', '--timeout', timeout], { [variable]: '1/page-4' })
    let stderr = ''
    child.stderr?.on('data', (chunk) => {
      stderr += chunk
    })
    const code = await ended(child)
    return { code, stderr, count: articlesIn(join(place.root, 'out')).length }
  }

  test.each([
    ['crashes', 'CRASH', /^failed: in\/1\/page-4\.html: internal: .* ended twice \(SIGABRT\)\n/],
    ['ends its process', 'EXIT', /^failed: in\/1\/page-4\.html: internal: .* ended twice \(exit code 0\)\n/],
    ['takes all memory', 'MEMORY', /^failed: in\/1\/page-4\.html: out-of-memory: /],
  ])('that %s', async (_name, fault, line) => {
    const { code, stderr, count } = await fails(`CLEAN_ARTICLE_TEST_${fault}`)
    expect(stderr).toMatch(line)
    expect(stderr).toMatch(/\n12 pages, 11 cleaned, 1 failed\n$/)
    expect([code, count]).toEqual([1, 11])
  })

  test.each([['HANG'], ['NATIVE_HANG']])('that never ends: %s', async (fault) => {
    const { code, stderr, count } = await fails(`CLEAN_ARTICLE_TEST_${fault}`, '8')
    expect(stderr).toBe('failed: in/1/page-4.html: timeout: not done after 8 s\n12 pages, 11 cleaned, 1 failed\n')
    expect([code, count]).toEqual([1, 11])
  })

  test('a worker that somebody killed: its page is cleaned by another', async () => {
    const place = workplace()
    putPages(place, 40)
    const child = startGroup(place, ['in', '-d', 'out', '-j', '2'])
    await untilWritten(join(place.root, 'out'), 3)
    const [worker] = childrenOf(child.pid ?? 0)
    process.kill(worker ?? 0, 'SIGKILL')
    expect(await ended(child)).toBe(0)
    expect(articlesIn(join(place.root, 'out'))).toHaveLength(40)
  })

  test('a record of a filter that takes its process down is one line of output all the same', async () => {
    const { put, shell } = workplace()
    const lines = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, text: textPage(id), source: 7 }))
    put('all.jsonl', `${lines.join('\n')}\n`)
    const { code, stdout } = shell('CLEAN_ARTICLE_TEST_CRASH=b $CLEAN_ARTICLE --input-format jsonl - < all.jsonl')
    expect(code).toBe(1)
    expect(records(stdout)).toMatchObject([
      { id: 'a', meta: { source: 7 } },
      { id: 'b', error: { code: 'internal' }, meta: { source: 7 } },
      { id: 'c' },
    ])
  })

  test('a file that goes away after it was listed', async () => {
    const place = workplace()
    putPages(place, 200)
    const child = startGroup(place, ['in', '-d', 'out', '-j', '1'])
    await untilWritten(join(place.root, 'out'), 1)
    rmSync(join(place.root, 'in/2/page-194.html'))
    expect(await ended(child)).toBe(1)
    expect(articlesIn(join(place.root, 'out'))).toHaveLength(199)
  })
})

/** Processes that a process has started, as Linux tells; elsewhere the test has nothing to kill and fails. */
function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}

describe('the environment', () => {
  const shim = fileURLToPath(new URL('faultyFiles.mjs', import.meta.url))

  // Each file is opened, written and renamed, and the journal grows by a line.
  test.each([
    ['open', 1, 'ENOSPC'],
    ['open', 3, 'EMFILE'],
    ['write', 1, 'ENOSPC'],
    ['write', 2, 'ENOSPC'],
    ['write', 3, 'ENOSPC'],
    ['write', 4, 'EIO'],
    ['write', 9, 'EDQUOT'],
    ['rename', 1, 'EACCES'],
    ['rename', 5, 'EROFS'],
    ['mkdir', 1, 'EROFS'],
    ['mkdir', 3, 'ENOSPC'],
  ])('a disk on which the %s number %i fails with %s stops the run, and running it again goes on', async (...fault) => {
    const place = workplace()
    putPages(place, 9)
    const env = { NODE_OPTIONS: `--import=${shim}`, FAULTY_FILES: fault.join(':') }
    const child = startGroup(place, ['in', '-d', 'out', '-j', '1'], env)
    let stderr = ''
    child.stderr?.on('data', (chunk) => {
      stderr += chunk
    })
    expect(await ended(child)).toBe(3)
    expect(stderr).toMatch(new RegExp(`^clean-article: Can't [^\n]*\\(${fault[2]}\\)\n$`))
    expect(place.files().filter((name) => name.endsWith('.tmp') || name.endsWith('.lock'))).toEqual([])
    expect(place.run(['in', '-d', 'out']).code).toBe(0)
    expect(place.run(['in', '-d', 'whole']).code).toBe(0)
    expect(tree(join(place.root, 'out'))).toEqual(tree(join(place.root, 'whole')))
  })

  test('two runs into one folder: the second is refused', async () => {
    const place = workplace()
    putPages(place, 60)
    const first = startGroup(place, ['in', '-d', 'out', '-j', '1'])
    await untilWritten(join(place.root, 'out'), 1)
    const { code, stderr } = place.run(['in', '-d', 'out'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^clean-article: Another run writes into this folder: process \d+ on /)
    expect(await ended(first)).toBe(0)
  })

  test('few open files, little memory', () => {
    const place = workplace()
    putPages(place, 40)
    const command = 'ulimit -n 64; NODE_OPTIONS=--max-old-space-size=64 $CLEAN_ARTICLE in -d out -j 4'
    expect(place.shell(command)).toMatchObject({ code: 0, stderr: '40 pages, 40 cleaned, 0 failed\n' })
  })

  test('pipes and devices in a folder are never opened', () => {
    const place = workplace()
    putPages(place, 2)
    expect(place.shell('mkfifo in/pipe.html; timeout 50 $CLEAN_ARTICLE in -d out')).toMatchObject({
      code: 0,
      stderr: '2 pages, 2 cleaned, 0 failed; 1 link or special file passed over\n',
    })
  })
})

describe('the same bytes', () => {
  test('whatever the number of workers, the zone, the locale, the working folder, the mask and the order', () => {
    const place = workplace()
    putPages(place, 20)
    expect(place.run(['in', '-d', 'whole', '-j', '1']).code).toBe(0)
    const whole = tree(join(place.root, 'whole'))
    const ways = [
      '$CLEAN_ARTICLE in -d out -j 2',
      '$CLEAN_ARTICLE in -d out -j 8',
      'TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 $CLEAN_ARTICLE in -d out',
      'umask 077; TZ=America/New_York LANG=C HOME=/nowhere $CLEAN_ARTICLE in -d out',
      'mkdir -p x; cd x; $CLEAN_ARTICLE ../in -d ../out',
    ]
    for (const way of ways) {
      expect(place.shell(`rm -rf out; ${way}`).code).toBe(0)
      expect([way, tree(join(place.root, 'out'))]).toEqual([way, whole])
    }
    const lines = (command: string) => place.shell(command).stdout.split('\n')
    const forward = lines('$CLEAN_ARTICLE in/*/*.html -j 1')
    expect(lines('$CLEAN_ARTICLE in/*/*.html -j 3')).toEqual(forward)
    expect(lines('$CLEAN_ARTICLE $(ls -r in/*/*.html) -j 2').sort()).toEqual(forward.sort())
  })

  test('shards are disjoint and together everything', () => {
    const place = workplace()
    putPages(place, 30)
    place.put(
      'in/all.jsonl',
      Array.from({ length: 20 }, (_, id) => `${JSON.stringify({ id, text: textPage('x') })}\n`).join(''),
    )
    const idsOf = (args: readonly string[]) => records(place.run(['in', ...args]).stdout).map(({ id }) => String(id))
    const all = idsOf([])
    const shares = ['1/3', '2/3', '3/3'].map((share) => idsOf(['--shard', share]))
    expect(shares.flat().sort()).toEqual([...all].sort())
    for (const share of shares) {
      expect(share.length).toBeGreaterThan(5)
      // In the order of the input.
      expect(share).toEqual(all.filter((id) => share.includes(id)))
    }
  })
})

describe('standard input', () => {
  test('without end is refused, in bounded memory', () => {
    const { shell } = workplace()
    const { code, stderr } = shell('yes | $CLEAN_ARTICLE')
    expect([code, stderr]).toEqual([1, 'failed: standard input: input-limit: the page is larger than 20 MB\n'])
  })

  test('a byte at a time', async () => {
    const { start, run } = workplace()
    const page = textPage('Tamar')
    const child = start([])
    let stdout = ''
    child.stdout?.on('data', (chunk) => {
      stdout += chunk
    })
    for (const byte of Buffer.from(page)) child.stdin?.write(Buffer.of(byte))
    child.stdin?.end()
    expect(await ended(child)).toBe(0)
    expect(stdout).toBe(run([], page).stdout)
  })

  test('8,000 records: memory stays as it is', async () => {
    const { root } = workplace()
    const child = spawn(process.execPath, [BIN, '--input-format', 'jsonl', '-', '-j', '2'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let lines = 0
    // The most that was seen in the third thousand and in the last: what is held goes up and down with collections.
    let early = 0
    let late = 0
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) lines += 1
      if (lines > 2000 && lines <= 3000) early = Math.max(early, residentKilobytes(child.pid ?? 0))
      if (lines > 7000 && lines < 7950) late = Math.max(late, residentKilobytes(child.pid ?? 0))
    })
    const text = `Bridge\n\n${'The council said on Monday that the bridge will be repaired before the winter. '.repeat(3)}\n`
    for (let id = 0; id < 8000; id += 1) {
      const isRoom = child.stdin.write(`${JSON.stringify({ id, text })}\n`)
      if (!isRoom) await new Promise((resolve) => child.stdin.once('drain', resolve))
    }
    child.stdin.end()
    expect(await ended(child)).toBe(0)
    expect(lines).toBe(8000)
    expect(early).toBeGreaterThan(0)
    expect(late).toBeGreaterThan(0)
    expect(late / early).toBeLessThan(1.3)
  }, 240_000)
})

/** Memory of a process in the open. */
function residentKilobytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
