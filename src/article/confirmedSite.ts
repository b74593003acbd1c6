import { matchPhrase } from '../text/lexicon.ts'
import { bare } from './fields.ts'
import { titleParts } from './headline.ts'
import { copyrightHolders } from './holder.ts'
import { ADDRESS, hostsOf, labelOf } from './hosts.ts'
import { COPYRIGHT, isSiteLike, MAX_SITE_CHARS, MIN_SITE_CHARS, TOP_LINES } from './siteName.ts'
import type { Survey } from './survey.ts'

/**
 * A name that two places of the page agree on: the ends of its title, the outermost first, with a notice of copyright, an
 * address or a line at the top; or the holder of the copyright with any line. Between headline and site a title may name
 * the section, which only a menu repeats.
 */
export function confirmedName(survey: Survey, title: string | null): string | null {
  const { blocks, lines } = survey
  const holders = copyrightHolders(survey)
  const addresses = new Set([...hostsOf(survey).keys()].flatMap((host) => [labelOf(host), bare(host)]))
  const held = holders.map(bare)
  const top = blocks.slice(1, 1 + TOP_LINES).map(({ text }) => lines.bare(text))
  const isHeld = (key: string) => key.length >= MIN_SITE_CHARS && held.some((holder) => holder.startsWith(key))
  const isAddress = (key: string) => addresses.has(key)
  const ends = titleEnds(survey, title)
  const sure = ends.find((part) => ADDRESS.test(part) || isHeld(bare(part)) || isAddress(bare(part)))
  if (sure !== undefined) return sure
  const [outer] = ends
  if (outer !== undefined && isShownOnTop(bare(outer), top)) return outer
  const shown = shownNames(survey)
  for (const holder of holders) {
    const words = holder.split(' ')
    // A paper and its publisher share the first word as a rule: `daily online`, `Daily Media`.
    if (outer !== undefined && bare(outer.split(' ')[0] ?? '') === bare(words[0] ?? '')) return outer
    // `Daily Post Publishing`: the first words.
    for (let count = words.length; count > 0; count--) {
      const name = words.slice(0, count).join(' ')
      const key = bare(name)
      if (key === '' || (count === 1 && words.length > 1 && survey.isCommonWord(name))) continue
      if (isAddress(key) || (shown.has(key) && matchPhrase(name) === null)) return name
    }
    if (opensLines(survey, holder)) return holder
  }
  return null
}

/** One of the first lines is the name, or starts with it where no spaces part words: `日報`, `日報オンライン`. */
function isShownOnTop(name: string, top: readonly string[]): boolean {
  if (name.length < MIN_SITE_CHARS) return false
  return top.some((line) => line === name || (WIDE_ONLY.test(name) && line.startsWith(name)))
}

const WIDE_ONLY = /^[\u3005\u3041-\u30ff\u3400-\u9fff]+$/

/** `Daily Post Sport`, `Daily Post is part of ...`: two lines speak of it. */
function opensLines({ blocks, end }: Survey, name: string): boolean {
  let count = 0
  for (let i = 1; i <= end; i++) if (blocks[i]?.text.startsWith(`${name} `)) count++
  return count > 1
}

/** Lines short enough to be a name, bare: those that write it twice, for the picture and its text, once. */
function shownNames({ blocks, lines, end }: Survey): ReadonlySet<string> {
  const shown = new Set<string>()
  for (const { text } of blocks.slice(1, end + 1)) {
    if (text.length > MAX_SITE_CHARS || COPYRIGHT.test(text)) continue
    const key = lines.bare(text)
    const half = key.slice(0, key.length / 2)
    shown.add(half + half === key ? half : key)
  }
  return shown
}

const COLON = /：| : /

/** Parts of the page's title that are not its headline: the last, the first, then those between. */
function titleEnds({ blocks }: Survey, title: string | null): string[] {
  const folded = bare(title ?? '')
  const text = blocks[0]?.text ?? ''
  const parts = titleParts(text).map((part) => part.text)
  const isOther = (part: string) => !folded.includes(bare(part)) && !bare(part).includes(folded) && isSiteLike(part)
  const others = parts.length < 2 ? [] : parts.filter(isOther)
  // `Headline：Daily Post`: a colon that parts headlines as well, so the last one only.
  const afterColon = text.split(COLON).at(-1)?.trim() ?? text
  const last = others.at(-1)
  return [
    ...(last === undefined ? [] : [last]),
    ...(afterColon !== text && isOther(afterColon) ? [afterColon] : []),
    ...others.slice(0, -1),
  ]
}
