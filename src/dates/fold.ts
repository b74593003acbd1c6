/**
 * Make two spellings of a month, weekday or zone equal: lower case, without accents (upper-case Greek and careless French
 * have none), with both Turkish i's as `i`, without invisible characters.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff\u05f3\u0970]/g, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ')
}
