import { expect, test } from 'vitest'
import { sampleOf } from '../../src/language/sample.ts'

const sentence = 'This is one of the longer lines of the page, which a menu would not have.'

test('a short text is taken whole', () => {
  expect(sampleOf('One line')).toBe('One line')
})

test('long lines come first, in order', () => {
  expect(sampleOf(`Home\n${sentence} A\nNews\n${sentence} B`)).toBe(`${sentence} A\n${sentence} B\nHome\nNews`)
})

test('a Chinese line is long earlier', () => {
  const chinese = '市图书馆将关闭三个星期因为屋顶需要修理家里还有书'
  expect(sampleOf(`首页\n${chinese}`)).toBe(`${chinese}\n首页`)
})

test('short lines are left out where the long ones are enough', () => {
  const long = Array.from({ length: 10 }, () => sentence)
  expect(sampleOf(['Home', ...long, 'News'].join('\n'))).toBe(long.join('\n'))
})

test('is limited, by line and in all', () => {
  expect(sampleOf('x'.repeat(1_000_000)).length).toBe(1_500)
  expect(sampleOf(`${sentence}\n`.repeat(10_000)).length).toBe(6_000)
})
