import { describe, expect, test } from 'vitest'
import { decode, nameOfLabel, tidy } from '../../src/io/decode.ts'
import { bytes, encodeLegacy } from './legacy.ts'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const html = (head: string, body: Uint8Array) => Buffer.concat([ascii(`<html><head>${head}</head><p>`), body])
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code)

describe('given encoding', () => {
  test.each([
    // Node 20's own decoder makes control characters of 0x80-0x9F.
    ['windows-1252', '93 63 61 66 e9 94 20 96 20 80', '“café” – €'],
    ['latin1', '80 92', '€’'],
    ['iso-8859-1', '85', '…'],
    ['iso-8859-15', 'a4', '€'],
    ['windows-1251', 'cf f0 e8 e2 e5 f2', 'Привет'],
    ['koi8-r', 'f0 d2 c9 d7 c5 d4', 'Привет'],
    ['gbk', 'c4 e3 ba c3', '你好'],
    ['gb18030', 'c4 e3 ba c3 81 30 81 30', '你好\u0080'],
    ['big5', 'a5 78 c6 57', '台灣'],
    ['shift_jis', '93 fa 96 7b b1', '日本ｱ'],
    ['euc-jp', 'c6 fc cb dc', '日本'],
    ['iso-2022-jp', '1b 24 42 46 7c 4b 5c 1b 28 42', '日本'],
    ['euc-kr', 'c7 d1 b1 b9', '한국'],
    ['windows-1256', 'e3 d1 cd c8 c7', 'مرحبا'],
    ['utf-16be', '00 61 20 ac', 'a€'],
  ])('%s', async (encoding, hex, text) => {
    expect(await decode(bytes(hex), { encoding, kind: 'text' })).toMatchObject({ text, warnings: [] })
  })

  test('wins over a declaration and over valid UTF-8', async () => {
    const page = html('<meta charset=utf-8>', bytes('c3 a9'))
    const decoded = await decode(page, { encoding: 'windows-1252', kind: 'html' })
    expect(decoded.text.slice(-2)).toBe('Ã©')
    expect(decoded.encoding).toBe('windows-1252')
  })

  test('yields to a byte order mark', async () => {
    const decoded = await decode(bytes('ef bb bf c3 a9'), { encoding: 'windows-1252', kind: 'text' })
    expect(decoded).toEqual({ text: 'é', encoding: 'utf-8', warnings: [] })
  })
})

describe('byte order mark', () => {
  test.each([
    ['ef bb bf 68 c3 a9', 'utf-8'],
    ['ff fe 68 00 e9 00', 'utf-16le'],
    ['fe ff 00 68 00 e9', 'utf-16be'],
  ])('%s', async (hex, encoding) => {
    expect(await decode(bytes(hex), { kind: 'text' })).toEqual({ text: 'hé', encoding, warnings: [] })
  })
})

describe('declared charset of HTML', () => {
  test.each([
    ['meta charset', '<meta charset="gbk">', 'c4 e3 ba c3', '你好'],
    ['http-equiv', '<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS">', '93 fa', '日'],
    ['content first', "<META content='text/html;charset=windows-1251' HTTP-EQUIV='content-type'>", 'cf', 'П'],
    ['windows-1252', '<meta charset=iso-8859-1>', '93 94', '“”'],
    ['x-user-defined', '<meta charset=x-user-defined>', '93', '“'],
    ['after a comment', '<!-- <meta charset=koi8-r> --><meta charset=windows-1251>', 'cf', 'П'],
    ['beyond 1024 bytes', `<script>${'x'.repeat(3000)}</script><meta charset=windows-1251>`, 'cf', 'П'],
    ['XML declaration', '<?xml version="1.0" encoding="windows-1251"?>', 'cf', 'П'],
  ])('%s', async (_name, head, hex, text) => {
    const start = head.startsWith('<?') ? ascii(head) : html(head, Buffer.alloc(0))
    const decoded = await decode(Buffer.concat([start, bytes(hex)]), { kind: 'html' })
    expect(decoded.text.endsWith(text)).toBe(true)
    expect(decoded.text).not.toContain('\ufffd')
    expect(decoded.warnings).toEqual([])
  })

  test('UTF-16 means UTF-8, as it was read byte by byte', async () => {
    const decoded = await decode(html('<meta charset=utf-16le>', bytes('c3 a9')), { kind: 'html' })
    expect([decoded.encoding, decoded.text.at(-1)]).toEqual(['utf-8', 'é'])
  })

  test('is not looked for in text', async () => {
    const decoded = await decode(html('<meta charset=gbk>', bytes('c3 a9 c3 a9 c3 a9')), { kind: 'text' })
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.warnings).toEqual([])
  })

  test('unknown and refused labels count for nothing', async () => {
    for (const label of ['x-nonsense', 'utf-7', 'iso-2022-kr']) {
      const decoded = await decode(html(`<meta charset=${label}>`, bytes('c3 a9')), { kind: 'html' })
      expect(decoded.encoding).toBe('utf-8')
    }
  })

  test('yields to UTF-8 that can be no accident, with a warning', async () => {
    const page = html('<meta charset=gb2312>', Buffer.from('三个字以上'))
    const decoded = await decode(page, { kind: 'html' })
    expect(decoded.text.endsWith('三个字以上')).toBe(true)
    expect(codes(decoded.warnings)).toEqual(['charset-guess'])
  })

  test('claimed UTF-8 that the bytes are not is guessed', async () => {
    const page = html('<meta charset=utf-8>', ascii('Les \xe9l\xe8ves fran\xe7ais \xe0 l\x92\xe9cole'))
    const decoded = await decode(page, { kind: 'html' })
    expect(decoded.text.endsWith('Les élèves français à l’école')).toBe(true)
    expect(codes(decoded.warnings)).toEqual(['charset-guess'])
  })
})

describe('UTF-8 without a word', () => {
  test('valid', async () => {
    expect(await decode(Buffer.from('naïve – 你好'), { kind: 'text' })).toEqual({
      text: 'naïve – 你好',
      encoding: 'utf-8',
      warnings: [],
    })
  })

  test('damaged in a place, or cut within a character', async () => {
    const damaged = Buffer.concat([Buffer.from('ééééé'), bytes('ff'), Buffer.from('ééé'), bytes('f0 9f 98')])
    const decoded = await decode(damaged, { kind: 'text' })
    expect(decoded).toMatchObject({ text: 'ééééé\ufffdééé\ufffd', encoding: 'utf-8', warnings: [] })
  })

  test('line ends are left alone', async () => {
    expect((await decode(ascii('a\r\nb\rc\n'), { kind: 'text' })).text).toBe('a\r\nb\rc\n')
  })

  test('no bytes at all', async () => {
    expect(await decode(new Uint8Array(), { kind: 'text' })).toEqual({ text: '', encoding: 'utf-8', warnings: [] })
  })
})

describe('detection', () => {
  test.each([
    ['gb18030', '今天上午，市政府召开会议，讨论城市交通的发展计划，并且听取了各部门的意见和建议。'],
    ['big5', '今天上午，市政府召開會議，討論城市交通的發展計畫，並且聽取了各部門的意見與建議。'],
    ['shift_jis', '今日の午前、市役所で会議が開かれ、これからの交通計画について話し合いが行われました。'],
    ['euc-jp', '今日の午前、市役所で会議が開かれ、これからの交通計画について話し合いが行われました。'],
    ['euc-kr', '오늘 오전 시청에서 회의가 열려 앞으로의 교통 계획에 대해 여러 부서가 함께 논의했습니다.'],
    ['windows-1251', 'Сегодня утром в мэрии прошло совещание, на котором обсудили развитие транспорта в городе.'],
    ['koi8-r', 'Сегодня утром в мэрии прошло совещание, на котором обсудили развитие транспорта в городе.'],
    ['windows-1252', 'Ce matin, la mairie a réuni ses élus pour débattre de l’avenir des transports – très attendu.'],
  ])('%s', async (encoding, text) => {
    const page = Buffer.concat([ascii('<div class="a">'), encodeLegacy(text.repeat(3), encoding), ascii('</div>')])
    for (const kind of ['html', 'text'] as const) {
      const decoded = await decode(page, { kind })
      expect(decoded.encoding).toBe(encoding)
      expect(decoded.text).toContain(text)
      expect(codes(decoded.warnings)).toEqual(['charset-guess'])
    }
  })

  test('UTF-16 without a mark', async () => {
    const page = Buffer.from('A plain page in UTF-16, saved by an editor.', 'utf16le')
    expect(await decode(page, { kind: 'text' })).toMatchObject({
      text: 'A plain page in UTF-16, saved by an editor.',
      encoding: 'utf-16le',
    })
    expect((await decode(Buffer.from(page).swap16(), { kind: 'text' })).encoding).toBe('utf-16be')
  })
})

describe('tidy', () => {
  test('drops NUL and says so', () => {
    expect(tidy('a\0b\0').text).toBe('ab')
    expect(codes(tidy('a\0b\0').warnings)).toEqual(['controls-removed'])
  })

  test('halves of pairs become U+FFFD', () => {
    expect(tidy('a\ud800b\udc00').text).toBe('a\ufffdb\ufffd')
    expect(tidy('😀').text).toBe('😀')
  })
})

test('labels', async () => {
  expect(await nameOfLabel(' UTF8 ')).toBe('utf-8')
  expect(await nameOfLabel('cp1252')).toBe('windows-1252')
  expect(await nameOfLabel('x-nonsense')).toBeNull()
  expect(await nameOfLabel('hz-gb-2312')).toBeNull()
})
