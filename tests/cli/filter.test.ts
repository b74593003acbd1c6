import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BIN, textPage, workplace } from './command.ts'

/**
 * The filter within an engine that cuts its input into blocks: as `parallel --pipe --block 20k -k` does. Where GNU
 * parallel is not installed, a splitter of our own stands in: blocks of whole lines, a process each, outputs in order.
 */
const hasParallel =
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ?? false

const BLOCK_BYTES = 20_000

const FILTER = ['--input-format', 'jsonl', '--format', 'jsonl', '-']

/** Records that are good, bad, blank or long, with ids and without. */
function lines(): string {
  const kinds: readonly ((i: number) => string)[] = [
    (i) => JSON.stringify({ id: `r${i}`, text: textPage(`Tamar ${i}`), url: `https://example.com/${i}`, score: i / 8 }),
    (i) => JSON.stringify({ id: `h${i}`, html: `<h1>Bridge ${i}</h1><p>The bridge over the river is closed.</p>` }),
    (i) => `{"id":"cut${i}","text":`,
    (i) => JSON.stringify({ id: `long${i}`, text: textPage('Lynher').repeat(5) }),
    () => '',
    (i) => JSON.stringify({ id: i, text: 'ünïcödé 文章' }),
  ]
  return Array.from({ length: 120 }, (_, i) => `${kinds[i % kinds.length]?.(i)}\n`).join('')
}

/** Whole lines, about `BLOCK_BYTES` of them together. */
function blocksOf(text: string): string[] {
  const blocks: string[] = ['']
  for (const line of text.split(/(?<=\n)/)) {
    const last = blocks.length - 1
    if (Buffer.byteLength(blocks[last] ?? '') + line.length > BLOCK_BYTES && blocks[last] !== '') blocks.push(line)
    else blocks[last] += line
  }
  return blocks
}

test(`in blocks gives the records of one process (${hasParallel ? 'GNU parallel' : 'emulated: GNU parallel is not installed'})`, () => {
  const { put, run, shell, root } = workplace()
  const input = lines()
  put('in.jsonl', input)
  const whole = run(FILTER, input)
  expect(whole.code).toBe(1)
  expect(whole.stdout.split('\n')).toHaveLength(121)

  if (hasParallel) {
    const filter = `${process.execPath} ${BIN} ${FILTER.join(' ')} --exit-zero -q`
    const { code } = shell(`parallel --pipe --block ${BLOCK_BYTES} -k -j 2 '${filter}' < in.jsonl > out.jsonl`)
    expect(code).toBe(0)
    expect(numbersLeftOut(readFileSync(join(root, 'out.jsonl'), 'utf8'))).toBe(numbersLeftOut(whole.stdout))
    return
  }
  const blocks = blocksOf(input)
  expect(blocks.length).toBeGreaterThan(3)
  const outputs = blocks.map((block) => run([...FILTER, '--exit-zero', '-q'], block))
  expect(outputs.map(({ code }) => code)).toEqual(blocks.map(() => 0))
  expect(numbersLeftOut(outputs.map(({ stdout }) => stdout).join(''))).toBe(numbersLeftOut(whole.stdout))
})

/** A bad record is told by its line, which is counted from the start of what a process reads. */
function numbersLeftOut(jsonl: string): string {
  return jsonl.replace(/"message":"line \d+: /g, '"message":"line N: ')
}
