import { expect, test } from 'vitest'
import { archiveStem, markedName, nameKey, outputName, outputStem, recordStem } from '../../src/io/names.ts'

test.each([
  ['a/b.html.gz', 'a/b'],
  ['a/b.HTM', 'a/b'],
  ['page.txt', 'page'],
  ['page', 'page'],
  ['v1.2', 'v1.2'],
  ['report.2024.html', 'report.2024'],
  ['index.php', 'index'],
  ['a b/ü.html', 'a b/ü'],
  ['.html', '.html'],
  ['..html', '.'],
  // Nothing leads out of the folder.
  ['../../etc/passwd', 'etc/passwd'],
  ['/abs/./page.html', 'abs/page'],
  // Names that another system can't have.
  ['CON.html', 'CON_'],
  ['a/nul/x.html', 'a/nul_/x'],
  ['console.html', 'console'],
  ['a:b*c?.html', 'a_b_c_'],
  ['a\\b.html', 'a_b'],
  ['esc\x1b[31mred.html', 'esc_[31mred'],
  ['bidi\u202elmth.exe.html', 'bidi_lmth.exe'],
  ['end./x.html', 'end_/x'],
])('%j -> %j', (path, stem) => {
  expect(outputStem(path)).toBe(stem)
})

test('long names are cut on bytes and never within a character', () => {
  const name = outputName(outputStem(`${'é'.repeat(130)}.html`), '.jsonl')
  expect(name).toBe(`${'é'.repeat(124)}.jsonl`)
  expect(outputName('a/b', '.md')).toBe('a/b.md')
})

test('records are named by their id', () => {
  expect(recordStem('0001', 5)).toBe('0001')
  expect(recordStem('straße_2-b.c', 5)).toBe('straße_2-b.c')
  expect(recordStem(null, 5)).toBe('line-5')
})

test('ids that differ on some disks only differ in name on all', () => {
  expect(recordStem('Doc', 1)).toMatch(/^Doc-[0-9a-f]{8}$/)
  expect(recordStem('e\u0301', 1)).toMatch(/^e\u0301-[0-9a-f]{8}$/)
  expect(recordStem('é', 1)).toBe('é')
})

test('the hash of a long id is never cut off', () => {
  const [one, two] = ['1', '2'].map((end) => outputName(recordStem('語'.repeat(120) + end, 1), '.jsonl'))
  expect(one).toMatch(/^語{66}-[0-9a-f]{8}\.jsonl$/)
  expect(two).not.toBe(one)
  expect(outputName(archiveStem({ url: '語'.repeat(9000), id: 'x', place: '' }), '.md')).toMatch(/-[0-9a-f]{8}\.md$/)
  expect(markedName(`a/${'é'.repeat(130)}`, '.md')).toMatch(/^a\/é{121}-[0-9a-f]{8}\.md$/)
})

test('records of an archive are told by address and id', () => {
  const url = 'https://example.com/'
  expect(archiveStem({ url, id: 'urn:x', place: 'byte-0' })).toBe(archiveStem({ url, id: 'urn:x', place: 'byte-9' }))
  expect(archiveStem({ url, id: 'urn:x', place: '' })).not.toBe(archiveStem({ url, id: 'urn:y', place: '' }))
  expect(archiveStem({ url, id: null, place: 'byte-0' })).not.toBe(archiveStem({ url, id: null, place: 'byte-9' }))
  expect(archiveStem({ url: '///', id: null, place: '' })).toMatch(/^record-[0-9a-f]{8}$/)
})

test('ids that are no names differ by their hash and stay inside', () => {
  expect(recordStem('https://example.com/a/b?x=1', 1)).toMatch(/^example\.com-a-b-x-1-[0-9a-f]{8}$/)
  expect(recordStem('../../etc/passwd', 1)).toMatch(/^etc-passwd-[0-9a-f]{8}$/)
  expect(recordStem('a/b', 1)).not.toBe(recordStem('a?b', 1))
  expect(recordStem(`${'x'.repeat(200)}1`, 1)).not.toBe(recordStem(`${'x'.repeat(200)}2`, 1))
  expect(recordStem('/', 1)).toMatch(/^-[0-9a-f]{8}$/)
})

test('what one file is', () => {
  expect(nameKey('A/é.md', 'linux')).toBe('A/é.md')
  expect(nameKey('A/e\u0301.md', 'darwin')).toBe('a/é.md')
})
