import { matchPhrase } from '../text/lexicon.ts'
import { bare, isPlaceholder } from './fields.ts'
import type { Survey } from './survey.ts'

export interface TagsRead {
  readonly tags: readonly string[]
  readonly claimed: readonly number[]
}

const MAX_TAGS = 40
const MAX_TAG_CHARS = 60
/** Blocks after the body in which tags are looked for. */
const REACH = 8

/** Topics of the article: declared ones, else a line such as `Tags: a, b`. */
export function readTags(survey: Survey): TagsRead {
  const { meta, declared, page } = survey
  const lists = [
    meta.all('article:tag').flatMap(split),
    declared.keywords.flatMap(split),
    ...['news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags'].map((name) => meta.all(name).flatMap(split)),
    page.hints.tags,
  ]
  const shown = tagLines(survey)
  const best = lists.map(clean).find((list) => list.length > 0) ?? clean(shown.flatMap((line) => split(line.text)))
  return { tags: best, claimed: shown.map((line) => line.block) }
}

/** Commas and semicolons of every script, and bars. */
const LIST_SIGNS = /[,、，،;；؛|]/

function split(text: string): string[] {
  const sign = LIST_SIGNS.test(text) ? LIST_SIGNS : text.includes('#') ? /\s?#/ : null
  return sign === null ? [text] : text.split(sign)
}

function clean(tags: readonly string[]): string[] {
  const seen = new Set<string>()
  return tags
    .map((tag) => tag.trim().replace(/^#\s?/, ''))
    .filter((tag) => {
      const key = bare(tag)
      if (key === '' || seen.has(key) || tag.length > MAX_TAG_CHARS || isPlaceholder(tag)) return false
      seen.add(key)
      return true
    })
    .slice(0, MAX_TAGS)
}

function tagLines({ blocks, end, language }: Survey): { readonly block: number; readonly text: string }[] {
  if (end < 0) return []
  const lines: { readonly block: number; readonly text: string }[] = []
  for (let i = Math.max(0, end - 1); i < Math.min(blocks.length, end + 1 + REACH); i++) {
    const text = blocks[i]?.text ?? ''
    const phrase = text.length > 300 ? null : matchPhrase(text, language)
    if (phrase?.role === 'tags' && phrase.separated && phrase.rest !== '') lines.push({ block: i, text: phrase.rest })
  }
  return lines
}
