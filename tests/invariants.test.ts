import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../src/extract.ts'
import type { Block, Outcome, PageKind } from '../src/types.ts'
import { anyString, htmlPage, textPage, withoutSpace } from './helpers/pages.ts'

/** The same pages each time; `FUZZ_RUNS` and `FUZZ_SEED` look further (see CONTRIBUTING.md). */
const PARAMETERS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_200_225),
  numRuns: Number(process.env.FUZZ_RUNS ?? 200),
}
const TIMEOUT_MS = PARAMETERS.numRuns * 600

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
/** Bullets and numbers of lists are told by the block's containers instead. */
const MARKER = /^(?:[•◦▪‣∙●○■□·*+–-]|\d{1,3}[.)])?$/

function run(kind: PageKind, text: string): Promise<Outcome> {
  return extract({ kind, text, url: null, language: null, warnings: [] })
}

function holds<Value>(arbitrary: fc.Arbitrary<Value>, check: (value: Value) => Promise<void>): Promise<void> {
  return Promise.resolve(fc.assert(fc.asyncProperty(arbitrary, check), PARAMETERS))
}

function isInList(block: Block): boolean {
  return block.containers.some(({ type }) => type === 'item')
}

/** All that a decision must be, whatever the page. */
function checkOutcome({ page, scores, verdicts, article }: Outcome, source: string): void {
  expect(verdicts).toHaveLength(page.blocks.length)
  expect(scores).toHaveLength(page.blocks.length)
  for (const score of scores) expect(score >= 0 && score <= 1).toBe(true)
  for (const verdict of verdicts) expect(['body', 'field', 'boilerplate']).toContain(verdict.label)

  // The article is made of the blocks that are said to be its body, in their order; only idle rules are left out.
  const body = page.blocks.filter((_, i) => verdicts[i]?.label === 'body')
  expect(body.filter((block) => block.kind !== 'rule')).toEqual(article.blocks.filter((block) => block.kind !== 'rule'))

  for (const block of page.blocks) {
    const { start, end } = block.span
    expect(start >= 0 && start <= end && end <= source.length).toBe(true)
    expect(block.text === '').toBe(block.kind === 'image' || block.kind === 'rule' || hasPicture(block))
    for (const mark of block.marks)
      expect(mark.start >= 0 && mark.start <= mark.end && mark.end <= block.text.length).toBe(true)
  }
  expect(article.confidence >= 0 && article.confidence <= 1).toBe(true)
  // Data only: survives the way to another thread.
  expect(() => structuredClone(article)).not.toThrow()
}

/** A paragraph of nothing but pictures. */
function hasPicture(block: Block): boolean {
  return block.text === '' && block.marks.some(({ type }) => type === 'image')
}

const decided = ({ page, verdicts }: Outcome) =>
  page.blocks.map(({ kind, text }, i) => ({ kind, text, verdict: verdicts[i] }))

describe('text pages', { timeout: TIMEOUT_MS }, () => {
  test('nothing is lost: between the spans of the blocks there is white space and nothing else', () =>
    holds(textPage, async (text) => {
      const outcome = await run('text', text)
      checkOutcome(outcome, text)
      let at = 0
      for (const block of outcome.page.blocks) {
        const between = withoutSpace(text.slice(at, block.span.start))
        expect(between).toMatch(isInList(block) ? MARKER : /^$/)
        expect(withoutSpace(block.text)).toBe(withoutSpace(text.slice(block.span.start, block.span.end)))
        at = block.span.end
      }
      expect(withoutSpace(text.slice(at))).toBe('')
    }))

  test('a block of one line is that line, white space folded', () =>
    holds(textPage, async (text) => {
      const { page } = await run('text', text)
      for (const { span, text: found } of page.blocks) {
        const slice = text.slice(span.start, span.end)
        if (slice.search(LINE_END) >= 0) continue
        expect(found).toBe(
          slice
            .replace(/[\u200b\ufeff\u00ad]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
      }
    }))

  test('spans are in order and know their line', () =>
    holds(textPage, async (text) => {
      const { page } = await run('text', text)
      let end = 0
      for (const { span } of page.blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.line).toBe((text.slice(0, span.start).match(LINE_END)?.length ?? 0) + 1)
        end = span.end
      }
    }))
})

describe('HTML pages', { timeout: TIMEOUT_MS }, () => {
  test('nothing is lost: the blocks hold every visible character once, in order', () =>
    holds(htmlPage, async ({ html, visible }) => {
      const outcome = await run('html', html)
      checkOutcome(outcome, html)
      expect(withoutSpace(outcome.page.blocks.map((block) => block.text).join(''))).toBe(visible)
    }))

  test('spans are in order and do not overlap', () =>
    holds(htmlPage, async ({ html }) => {
      const { page } = await run('html', html)
      let end = 0
      for (const { span } of page.blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        end = span.end
      }
    }))
})

describe('all pages', { timeout: 2 * TIMEOUT_MS }, () => {
  const either = fc.oneof(
    textPage.map((text) => ({ kind: 'text' as const, text })),
    htmlPage.map(({ html }) => ({ kind: 'html' as const, text: html })),
  )

  test('the way lines end makes no difference', () =>
    holds(either, async ({ kind, text }) => {
      const wanted = decided(await run(kind, text))
      expect(decided(await run(kind, text.replaceAll('\n', '\r\n')))).toEqual(wanted)
      expect(decided(await run(kind, text.replaceAll('\n', '\r')))).toEqual(wanted)
    }))

  test('the same page gives the same outcome', () =>
    holds(either, async ({ kind, text }) => {
      const first = await run(kind, text)
      await run('text', 'another page in between')
      expect(await run(kind, text)).toEqual(first)
    }))

  test.each(['text', 'html'] as const)('any string is a page of %s: nothing throws', (kind) =>
    holds(anyString, async (text) => {
      checkOutcome(await run(kind, text), text)
    }),
  )
})
