import { expect, test } from 'vitest'
import { declaredCharset } from '../../src/io/charset.ts'

test.each([
  ['<meta charset=utf-8>', 'utf-8'],
  ["<META CHARSET = 'GBK' />", 'gbk'],
  ['<meta/charset=big5>', 'big5'],
  ['<meta name="a>b" charset="big5">', 'big5'],
  ['<meta charset=gbk charset=big5>', 'gbk'],
  ['<meta http-equiv="content-type" content="text/html; charset=koi8-r; x">', 'koi8-r'],
  ['<meta http-equiv="content-type" content="charset charset = \'koi8-r\'">', 'koi8-r'],
  ['<meta content="text/html; charset=koi8-r">', null],
  ['<meta name=description content="charset=koi8-r">', null],
  ['<metadata charset=gbk>', null],
  ['<!-- <meta charset=gbk> -->', null],
  ['<!--><meta charset=gbk>', 'gbk'],
  ['<a title="<meta charset=gbk>">', null],
  ['<p><<meta charset=gbk>', 'gbk'],
  ['<?xml version="1.0" encoding="gbk"?><html>', 'gbk'],
  ['<?xml version="1.0" encoding="gbk"?><meta charset=big5>', 'big5'],
  ['<meta charset="">', null],
  ['<meta charset=', null],
  ['<meta', null],
  ['', null],
])('%s -> %s', (html, label) => {
  expect(declaredCharset(Buffer.from(html))).toBe(label)
})
