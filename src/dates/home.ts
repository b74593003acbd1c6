/** Tags for languages that the names have another tag for, or a single one for both. */
const SAME: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  tl: 'fil',
  mo: 'ro',
  sh: 'sr',
  ji: 'yi',
  cmn: 'zh',
}

/** The language of a BCP 47 tag as the names of months have it. */
export function baseLanguage(tag: string | null): string | null {
  if (tag === null) return null
  const base = (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase()
  return Object.hasOwn(SAME, base) ? (SAME[base] as string) : base
}

/** The country of a site, ISO 3166, or that of the language's tag. Traditional characters alone tell of none. */
export function countryOf(tag: string | null, region: string | null): string | null {
  if (region !== null || tag === null) return region
  return tag.split(/[-_]/).find((part, i) => i > 0 && /^[A-Z]{2}$/.test(part)) ?? null
}
