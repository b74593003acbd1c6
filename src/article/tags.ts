import { matchPhrase } from '../text/lexicon.ts'
import type { Origin } from '../types.ts'
import { bare, isPlaceholder } from './fields.ts'
import { metaSource, NOWHERE } from './origins.ts'
import { longWords, type Survey } from './survey.ts'

export interface TagsRead {
  readonly tags: readonly string[]
  /** Lines that tell tags. */
  readonly shown: readonly TagLine[]
  readonly claimed: readonly number[]
}

const MAX_TAGS = 40
const MAX_TAG_CHARS = 60
/** Blocks after the body in which tags are looked for. */
const REACH = 8

/** Meta names of topics, the best first. */
const TAGS = [
  'news_keywords',
  'keywords',
  'parsely-tags',
  'sailthru.tags',
  'citation_keywords',
  'dc.subject',
  'dcterms.subject',
]

/** Topics of the article: declared ones, else a line such as `Tags: a, b`. */
export function readTags(survey: Survey): TagsRead {
  const shown = tagLines(survey)
  const [best] = tagSources(survey, shown)
  return { tags: best?.tags ?? [], shown, claimed: shown.map((line) => line.block) }
}

export interface TagsTold extends Origin {
  readonly tags: readonly string[]
}

/** Lists of topics, the best first, each looked for when it is asked for. */
export function* tagSources(survey: Survey, shown: readonly TagLine[]): Generator<TagsTold> {
  const { meta, declared, page } = survey
  const lists: readonly (readonly [source: string, tags: readonly string[]])[] = [
    ['article:tag', meta.all('article:tag').flatMap(split)],
    ['JSON-LD keywords', declared.keywords.flatMap(split)],
    ...TAGS.map((name) => [metaSource(name), meta.all(name).flatMap(split)] as const),
    ['tag links', page.hints.tags],
  ]
  for (const [source, list] of lists) {
    const tags = clean(list)
    if (tags.length > 0) yield { tags, source, place: NOWHERE }
  }
  const tags = clean(shown.flatMap((line) => split(line.text)))
  if (tags.length > 0) yield { tags, source: 'labelled', place: shown[0]?.block ?? NOWHERE }
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

export interface TagLine {
  readonly block: number
  /** Without its label. */
  readonly text: string
}

function tagLines(survey: Survey): TagLine[] {
  const { blocks, end, language } = survey
  if (end < 0) return []
  const lines: TagLine[] = []
  for (let i = Math.max(0, end - 1); i < Math.min(blocks.length, end + 1 + REACH); i++) {
    const text = blocks[i]?.text ?? ''
    const phrase = text.length > 300 ? null : matchPhrase(text, language)
    if (phrase?.role !== 'tags') continue
    if (phrase.separated && phrase.rest !== '') lines.push({ block: i, text: phrase.rest })
    else if (phrase.whole) lines.push(...tagsBelow(survey, i))
  }
  return lines
}

/** Lines below a label that may be its tags, and the words and characters of each. */
const MAX_LINES = 15
const MAX_LINE_WORDS = 4
const MAX_LINE_CHARS = 40

/**
 * Tags that stand below their label, one a line. A menu may be headed by the same word, so half of the lines at least have
 * to share a word with the article, the last of them too.
 */
function tagsBelow(survey: Survey, label: number): TagLine[] {
  const { blocks, language, wordsOf, lines } = survey
  const isOver = (i: number): boolean => {
    const text = blocks[i]?.text ?? ''
    if (text.length > MAX_LINE_CHARS || wordsOf(i) > MAX_LINE_WORDS || lines.dates(text).length > 0) return true
    return text === '' || matchPhrase(text, language) !== null
  }
  const found: TagLine[] = []
  for (let i = label + 1; i <= label + MAX_LINES && !isOver(i); i++)
    if (wordsOf(i) > 0) found.push({ block: i, text: blocks[i]?.text ?? '' })
  const recurs = ({ text }: TagLine) => longWords(text).some((word) => survey.headWords().has(word))
  const told = found.slice(0, found.findLastIndex(recurs) + 1)
  return told.filter(recurs).length * 2 >= told.length ? told : []
}
