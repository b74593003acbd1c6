/** Older or narrower codes and the one that this project uses. */
const ALIASES: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
  nb: 'no',
  nn: 'no',
  fil: 'tl',
  sh: 'sr',
  cmn: 'zh',
  // Codes of countries that pages declare instead of the language's.
  cz: 'cs',
  dk: 'da',
  ua: 'uk',
}

const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo'])

/**
 * Reduce a language tag as written in a page (`de_AT`, `nb-NO`, `zh-TW`, `iw`) to the BCP 47 language that this
 * project speaks of: the primary language, and `zh-Hant` for Traditional Chinese. Null where it is no tag.
 */
export function normaliseTag(tag: string | null): string | null {
  const parts = (tag ?? '')
    .trim()
    .slice(0, 40)
    .toLowerCase()
    .split(/[-_,; ]/)
  const primary = parts[0] as string
  if (!/^[a-z]{2,3}$/.test(primary) || primary === 'und' || primary === 'mul' || primary === 'zxx') return null
  const language = (Object.hasOwn(ALIASES, primary) && ALIASES[primary]) || primary
  const isTraditional = language === 'zh' && !parts.includes('hans') && parts.some((part) => TRADITIONAL.has(part))
  return isTraditional ? 'zh-Hant' : language
}
