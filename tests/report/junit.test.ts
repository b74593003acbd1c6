import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { escapeXml } from '../../src/report/xml.ts'
import { emptyFolder } from '../io/outputs.ts'
import { LINES, line, report } from './lines.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Of itself, without its children. */
  text: string
}

/** The elements of a document in order, by a parser that takes nothing but well-formed XML. */
function parse(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.write(xml).close()
  return elements
}

async function junit(lines: Parameters<typeof report>[1]): Promise<string> {
  const { at, read } = emptyFolder()
  await report({ kind: 'junit', path: at('r.xml') }, lines)
  return read('r.xml')
}

test('a test case a page', async () => {
  const xml = await junit(LINES)
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="clean-article" tests="5" failures="2" errors="0" skipped="1">
  <testsuite name="clean-article" tests="5" failures="2" errors="0" skipped="1">
    <testcase classname="in" name="in/p1.html" file="in/p1.html"/>
    <testcase classname="in" name="in/p2.html" file="in/p2.html"><system-out>charset-guess, truncated</system-out></testcase>
    <testcase classname="in" name="in/p3.html" file="in/p3.html"><skipped message="no text"/></testcase>
    <testcase classname="in" name="in/p4.html" file="in/p4.html"><failure type="not-text" message="the input is &quot;binary&quot; &lt;data&gt; &amp; more">not-text: the input is &quot;binary&quot; &lt;data&gt; &amp; more</failure></testcase>
    <testcase classname="." name="all.jsonl: x7" file="all.jsonl"><failure type="missing-field" message="no date">missing-field: no date</failure></testcase>
  </testsuite>
</testsuites>
`)
  expect(parse(xml).filter(({ name }) => name === 'failure')).toEqual([
    {
      name: 'failure',
      attributes: { type: 'not-text', message: 'the input is "binary" <data> & more' },
      text: 'not-text: the input is "binary" <data> & more',
    },
    { name: 'failure', attributes: { type: 'missing-field', message: 'no date' }, text: 'missing-field: no date' },
  ])
})

test('more cases than are held', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => line(i + 1))
  const elements = parse(await junit(many))
  const names = elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes.name)
  expect(names).toEqual(many.map(({ path }) => path))
  expect(elements[0]?.attributes.tests).toBe('3000')
})

test('no page', async () => {
  expect(parse(await junit([])).map(({ name }) => name)).toEqual(['testsuites', 'testsuite'])
})

test('names and messages of any characters read back, but for those that XML can not hold', async () => {
  // XML's own rule (section 2.2), less the controls and changes of direction that have no business in a report.
  const dropped = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (path, message) => {
      const xml = await junit([line(1, { path, status: 'failed', codes: ['internal'], message })])
      const [testcase, failure] = parse(xml).slice(2)
      expect(testcase?.attributes.file).toBe(path.replace(dropped, ''))
      expect(failure?.attributes.message).toBe(message.replace(dropped, ''))
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a\u0000b\u001bc', 'abc'],
  ['a\ud800b', 'ab'],
  ['\ufffe', ''],
  ['a\tb\nc', 'a&#9;b&#10;c'],
  [']]>', ']]&gt;'],
  ['\u202egpj', 'gpj'],
  ['😀', '😀'],
])('%j is written as %s', (text, xml) => {
  expect(escapeXml(text)).toBe(xml)
})
