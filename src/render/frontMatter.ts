import type { Article } from '../types.ts'

/** Characters that some YAML parser reads as a line end, drops or refuses. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff]/g

/** A string as a double-quoted YAML scalar that parsers of YAML 1.1 and 1.2 read back to the same value. */
function scalar(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A list as a block sequence, an item a line: the form that editors of front matter show best. */
function sequence(items: readonly string[]): string {
  return items.map((item) => `\n  - ${scalar(item)}`).join('')
}

/**
 * What is known of an article as YAML front matter.
 *
 * @returns With its fences and a final line break; '' if nothing is known.
 */
export function frontMatter(article: Article): string {
  const { title, date, authors, editor, site, url, section, tags, language } = article
  const fields = Object.entries({ title, date, authors, editor, site, url, section, tags, language })
  const lines = fields
    .filter(([, value]) => value !== null && value.length > 0)
    .map(([key, value]) => `${key}:${typeof value === 'string' ? ` ${scalar(value)}` : sequence(value ?? [])}`)
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`
}
