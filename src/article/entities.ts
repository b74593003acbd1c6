const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  deg: '°',
  shy: '',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  atilde: 'ã',
  otilde: 'õ',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  Eacute: 'É',
  iexcl: '¡',
  iquest: '¿',
  oslash: 'ø',
  aring: 'å',
  aelig: 'æ',
  prime: '′',
  Prime: '″',
  minus: '−',
  times: '×',
}
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g
/** Elements that writers of values leave in them. Others are named: `<table>: the table element`. */
const TAG =
  /<\/?(?:a|abbr|b|bdi|big|br|center|cite|code|div|em|font|h[1-6]|i|li|mark|nobr|p|q|s|small|span|strike|strong|sub|sup|time|tt|u|ul|wbr)(?:[\s/][^<>]{0,300})?>/gi

/**
 * The text of a declared value: entities decoded (twice: JSON-LD of many pages is escaped twice), tags removed, white
 * space folded.
 */
export function plainText(value: string): string {
  if (!value.includes('&') && !value.includes('<')) return fold(value)
  return fold(decode(decode(value)).replaceAll(TAG, ' '))
}

function decode(text: string): string {
  return text.replaceAll(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : entity
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ' '
  })
}

/** Soft hyphens, places to break a line, marks of direction: no reader sees them. */
const INVISIBLE = /[\u200b\u200e\u200f\u00ad]/g

function fold(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim()
}
