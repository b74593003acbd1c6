import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BIN } from '../cli/command.ts'
import { parse, walk } from '../helpers/readback.ts'
import { FAMILIES } from './cases.ts'
import type { HostileCase } from './page.ts'

/** A page that takes longer has a shape that costs more than its size: the slowest takes a twentieth of it. */
const TIMEOUT_SECONDS = 60

/** Markdown may be so many times its page, with a floor for small ones. */
const LARGEST_RATIO = 4
const FLOOR_BYTES = 4096

/** Larger bodies are not read back: a parser of Markdown takes seconds for them. */
const READ_BACK_BYTES = 20_000

/** No control characters but line ends and tabs, no halves of pairs. Marks of direction are text: terminals get them escaped. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/u

/** What Markdown has no sign for is written as these. */
const HARMLESS_HTML = /^<\/?(?:br|su[bp]|kbd|mark|u)>$/

interface Cleaned {
  readonly path: string
  readonly text: string
  readonly body: string
}

describe.each(Object.entries(FAMILIES))('%s', (family, cases) => {
  let root: string
  let run: { readonly status: number | null; readonly stderr: string }
  const sizes = new Map<string, number>()
  const records = new Map<string, Cleaned & { readonly line: string }>()

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), `hostile-${family}-`))
    mkdirSync(join(root, 'in'))
    for (const { file, make, count } of cases) {
      const page = make(count)
      writeFileSync(join(root, 'in', file), page)
      sizes.set(file, Buffer.byteLength(page))
    }
    const options = ['--removed', '--tables', 'gfm', '-j', '2', '--timeout', `${TIMEOUT_SECONDS}`]
    const args = [BIN, 'in', '-o', 'out.jsonl', '--no-config', ...options]
    run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    for (const line of readFileSync(join(root, 'out.jsonl'), 'utf8').split('\n').slice(0, -1)) {
      const record = JSON.parse(line) as Cleaned
      records.set(record.path, { line, ...record })
    }
  }, 600_000)

  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const recordOf = ({ file }: HostileCase) => records.get(`in/${file}`)

  test('ends as a run of ordinary pages, but for those that are refused', () => {
    const refused = cases.filter((one) => one.refused !== null)
    const lines = run.stderr.split('\n').filter((line) => line.startsWith('failed: '))
    expect(lines.map((line) => line.split(': ').slice(1, 3).join(': ')).sort()).toEqual(
      refused.map(({ file, refused: code }) => `in/${file}: ${code}`).sort(),
    )
    expect(run.status).toBe(refused.length > 0 ? 1 : 0)
  })

  test.each(cases.filter(({ refused }) => refused !== null))('$file is refused', (one) => {
    expect(recordOf(one)).toMatchObject({ error: { code: one.refused } })
  })

  test.each(cases.filter(({ refused }) => refused === null))('$file: $why', (one) => {
    const { text = '', body = '', line = '' } = recordOf(one) ?? {}
    expect(one.body.filter((word) => !text.includes(word))).toEqual([])
    expect(one.anywhere.filter((word) => !line.includes(word))).toEqual([])
    expect([CONTROLS.exec(text), CONTROLS.exec(body)]).toEqual([null, null])
    expect(Buffer.byteLength(body)).toBeLessThan(LARGEST_RATIO * Math.max(sizes.get(one.file) ?? 0, FLOOR_BYTES))
    if (body.length <= READ_BACK_BYTES) expect(aliveIn(body)).toEqual([])
  })
})

/** Elements and addresses in Markdown that a browser would act on. */
function aliveIn(markdown: string): string[] {
  return walk(parse(markdown)).flatMap((node) => {
    if (node.type === 'html') return HARMLESS_HTML.test(node.value) ? [] : [node.value.slice(0, 100)]
    if (node.type !== 'link' && node.type !== 'image') return []
    return /^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/i.test(node.url) ? [] : [node.url.slice(0, 100)]
  })
}
