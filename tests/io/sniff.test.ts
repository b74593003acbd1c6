import { describe, expect, test } from 'vitest'
import { isBinary, sniff, sniffText } from '../../src/io/sniff.ts'

const PROSE = 'The element is explained in the next section, with an example for each case. '.repeat(20)

describe('html', () => {
  test.each([
    ['doctype', '<!DOCTYPE html><p>x'],
    ['old doctype', '<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><title>x</title>'],
    ['root', '<html lang=en><p>x'],
    ['head', '  \n<head><title>x</title>'],
    ['body', '<BODY bgcolor=white>x'],
    ['byte order mark, comment, XML declaration', '\ufeff<!-- saved -->\n<?xml version="1.0"?>\n<html>x</html>'],
    ['script in front', '<script>var a = "x"</script>\n<!DOCTYPE html><p>x'],
    ['fragment', '<p>Hello</p>'],
    ['fragment of many', `<div><h1>Title</h1><p>${PROSE}</p></div>\n`],
    ['unknown wrapper', '<text id="1">\n<table><tr><td>x</td></tr></table>'],
    ['HTTP header in front', `HTTP/1.1 200 OK\n\n<html><body>${'<p>a</p>'.repeat(20)}</body></html>`],
  ])('%s', (_name, text) => {
    expect(sniff(Buffer.from(text))).toBe('html')
    expect(sniffText(text)).toBe('html')
  })

  test('in UTF-16, with a mark and without', () => {
    const page = '<!DOCTYPE html><title>x</title>'
    expect(sniff(Buffer.from(`\ufeff${page}`, 'utf16le'))).toBe('html')
    expect(sniff(Buffer.from(`\ufeff${page}`, 'utf16le').swap16())).toBe('html')
    expect(sniff(Buffer.from(page, 'utf16le'))).toBe('html')
  })
})

describe('text', () => {
  test.each([
    ['prose', PROSE],
    ['nothing', ''],
    ['one character', '<'],
    ['comparison', 'a < b and b > c'],
    ['about an element', `<div> is the generic container. ${PROSE}`],
    [
      'about an element, with code',
      `<table>: The Table element\n${PROSE}\n<table>\n<tr><td>1</td></tr>\n</table>\n${PROSE}`,
    ],
    ['about documents', `Every page has <html>, <head> and <body>. ${PROSE}`],
    ['a brace', '{your life} - an organised blog'],
    ['an e-mail address', '<someone@example.com> wrote:'],
    ['JSON that is no object', '[1, 2]'],
  ])('%s', (_name, text) => {
    expect(sniffText(text)).toBe('text')
    expect(sniff(Buffer.from(text))).toBe(text.startsWith('{') ? 'records' : 'text')
  })

  test('control characters in passing', () => {
    expect(sniff(Buffer.from(`\x1b[31mred\x1b[0m ${PROSE}\0\x07`))).toBe('text')
    expect(sniff(Buffer.from('a\0b'))).toBe('text')
  })

  test('what a terminal was sent', () => {
    expect(sniff(Buffer.from('HEAD \x1b]0;x\x07\b\b\b\x9b words\x07 '.repeat(5)))).toBe('text')
  })
})

test('a brace may begin records', () => {
  expect(sniff(Buffer.from('\n {"html": "<p>"}\n'))).toBe('records')
})

test('warc, whatever is in it', () => {
  expect(sniff(Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\n\r\n${'\x01'.repeat(5000)}`))).toBe('warc')
})

test.each([
  ['version 1.1, LF', 'WARC/1.1\nWARC-Type: warcinfo\n'],
  ['an old version', 'WARC/0.18\r\nWARC-Type: response\r\n'],
  ['a damaged first line', 'WBRC/1.0\r\nWARC-Type: response\r\n'],
  ['a damaged second line', 'WARC/1.0\r\nWAXC-Type: response\r\n'],
])('warc: %s', (_name, text) => {
  expect(sniff(Buffer.from(text))).toBe('warc')
})

test.each([
  'WARC/1.0 is a format of archives.\nIt is old.',
  'WARC\nWARC-Type says what a record is',
  'A\n\nWARC-Type: x',
])('a text about warc: %j', (text) => {
  expect(sniff(Buffer.from(text))).toBe('text')
})

describe('binary', () => {
  test.each([
    ['PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['zip', 'PK\x03\x04'],
    ['MP4', '\0\0\0\x18ftypmp42'],
  ])('%s', (_name, start) => {
    expect(sniff(Buffer.from(start, 'latin1'))).toBe('binary')
  })

  test('noise', () => {
    expect(isBinary(Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3) * 89) % 256))).toBe(true)
    expect(isBinary(Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3) * 89) % 128))).toBe(true)
    expect(isBinary(Buffer.from('\x01\x02 '.repeat(20)))).toBe(true)
  })
})
