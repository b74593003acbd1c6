import { analyse } from 'chardet'

/** Bytes that the guess is made on: enough for its statistics, and a page of any size costs the same. */
const SAMPLE_BYTES = 32 * 1024

/** Neighbours taken along with each byte outside ASCII: the words around it. */
const CONTEXT_BYTES = 12

/** Names of the detector -> names of the Encoding standard, where they differ. Others are refused. */
const ENCODINGS: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Shift_JIS: 'shift_jis',
  'ISO-2022-JP': 'iso-2022-jp',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'KOI8-R': 'koi8-r',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'iso-8859-8',
  'ISO-8859-9': 'windows-1254',
}

/** Guess the encoding of bytes that are not UTF-8; windows-1252, the web's fallback, where nothing speaks. */
export function detect(bytes: Uint8Array): string {
  for (const { name } of analyse(sample(bytes))) {
    const encoding = ENCODINGS[name]
    if (encoding !== undefined) return encoding
  }
  return 'windows-1252'
}

/** The words around bytes outside ASCII, without tags: markup is ASCII in every encoding and only blurs the figures. */
function sample(bytes: Uint8Array): Buffer {
  const parts: Uint8Array[] = []
  let size = 0
  let taken = 0
  let at = 0
  while (at < bytes.length && size < SAMPLE_BYTES) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1
      continue
    }
    let end = at + 1
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end += 1
    const from = wordEdge(bytes, at, Math.max(taken, at - CONTEXT_BYTES), -1)
    const to = wordEdge(bytes, end - 1, Math.min(bytes.length - 1, end - 1 + CONTEXT_BYTES), 1) + 1
    parts.push(bytes.subarray(from, to))
    size += to - from
    taken = to
    at = Math.max(to, end)
  }
  return Buffer.concat(parts)
}

/** The farthest place towards `limit` that is still on this side of a tag. */
function wordEdge(bytes: Uint8Array, start: number, limit: number, step: 1 | -1): number {
  let at = start
  while (at !== limit) {
    const next = bytes[at + step] ?? 0
    if (next === 0x3c || next === 0x3e) break
    at += step
  }
  return at
}
