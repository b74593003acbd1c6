import type { Survey } from './survey.ts'

/** A notice of copyright that is longer is a text about rights. */
const MAX_NOTICE_CHARS = 240
/** Each is looked for on the whole page. */
const MAX_HOLDERS = 20
const MIN_CHARS = 2
const MAX_CHARS = 60
const NOTICE = /©|\([cC]\)|[cC]opyright/
/** The sign, the years and what stands between them and the name. */
const SIGNS = /©|®|℗|\([cC]\)|\bcopyright\b|\b(?:19|20)\d\d(?:\s?[–—-]\s?(?:(?:19|20)?\d\d)?)?\b/gi
/** Where the name of a holder is over: an address, links, the sentence on rights. */
const ENDS = /[|·,;:]|\.(?:\s|$)|\s[–—-]\s/
/** Forms of companies, which are no part of a paper's name. */
const FORMS = new Set(
  'ab ag as asa bv co company corp eg ehf gmbh hf inc kg kgaa limited llc ltd mbh nv oü oy oyj plc sa sas se sl slu spa srl'.split(
    ' ',
  ),
)
/** Russian ones stand before the name. */
const FORMS_BEFORE = new Set(['АО', 'ООО', 'ЗАО', 'ПАО', 'ТОВ'])
const QUOTES = /["“”«»„]/g

/** Who the notices of copyright outside of the body name, the last notice first, each with what precedes the sign at last. */
export function copyrightHolders({ blocks, start, end }: Survey): string[] {
  const names = new Set<string>()
  for (let i = blocks.length - 1; i >= 0 && names.size < MAX_HOLDERS; i--) {
    const text = i >= start && i <= end ? '' : (blocks[i]?.text ?? '')
    if (text.length <= MAX_NOTICE_CHARS && NOTICE.test(text)) for (const name of holdersOf(text)) names.add(name)
  }
  return [...names]
}

/** `Daily Post` of `© 2024 Daily Post AB | Imprint` and of `Daily Post © All rights reserved`. */
export function holdersOf(notice: string): string[] {
  const sign = notice.search(NOTICE)
  const [before, after] = [notice.slice(0, sign), notice.slice(sign)]
  return [after, before]
    .map((text) =>
      withoutForm(
        (
          text
            .replaceAll(SIGNS, ' ')
            .replace(/^[\s,.:-]{1,9}(?:by\s)?/i, '')
            .split(ENDS)[0] ?? ''
        ).trim(),
      ),
    )
    .filter((name) => name.length >= MIN_CHARS && name.length <= MAX_CHARS)
}

function withoutForm(name: string): string {
  const words = name.replaceAll(QUOTES, ' ').trim().split(/\s+/)
  const isForm = (word: string | undefined) => word !== undefined && FORMS.has(word.toLowerCase().replaceAll('.', ''))
  while (words.length > 1 && isForm(words.at(-1))) words.pop()
  if (words.length > 1 && FORMS_BEFORE.has(words[0] ?? '')) words.shift()
  return words.join(' ')
}
