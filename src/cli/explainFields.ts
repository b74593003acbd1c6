import type { Article, Candidate, ChosenField, Origin, Outcome, Page } from '../types.ts'
import { clip, type ExplainOptions, numberOf, paint, widest } from './columns.ts'
import { printable } from './printable.ts'

/** Candidates beside the chosen one that are shown of a field. */
const MAX_RUNNERS_UP = 3
/** Width of the column of sources at most: a longer one leaves no room for the values on a terminal of 80. */
const MAX_SOURCE_CHARS = 32

type FieldName = ChosenField | 'credits' | 'dateline' | 'images' | 'pageType' | 'confidence'

/** Fields in the order of the record, as text; empty where the article lacks them, which is what one looks for. */
const FIELDS: readonly (readonly [FieldName, (article: Article) => string])[] = [
  ['title', ({ title }) => title ?? ''],
  ['date', ({ date }) => date ?? ''],
  ['modified', ({ modified }) => modified ?? ''],
  ['authors', ({ authors }) => authors.join(', ')],
  ['editor', ({ editor }) => editor ?? ''],
  ['credits', ({ credits }) => credits.map(({ role, name }) => `${name} (${role})`).join(', ')],
  ['site', ({ site }) => site ?? ''],
  ['url', ({ url }) => url ?? ''],
  ['section', ({ section }) => section ?? ''],
  ['tags', ({ tags }) => tags.join(', ')],
  ['language', ({ language }) => language ?? ''],
  ['dateline', ({ dateline }) => dateline ?? ''],
  ['images', ({ images }) => images.map(({ caption, alt, src }) => caption ?? alt ?? src ?? '').join(' | ')],
  ['pageType', ({ pageType }) => pageType],
  ['confidence', ({ confidence }) => confidence.toFixed(2)],
]

/** A line under a field: where its value was found, or another value and where that was. */
interface Row {
  readonly weight: string
  readonly source: string
  /** Empty for the value of the field itself. */
  readonly value: string
}

interface Section {
  readonly name: FieldName
  readonly value: string
  readonly rows: readonly Row[]
}

/**
 * The fields of the article, a line each; under a field the weight and the sources of its value, and the best of the
 * other candidates.
 */
export function fieldLines({ page, article, candidates }: Outcome, options: ExplainOptions): string[] {
  const sections = FIELDS.map(([name, read]): Section => {
    const value = read(article)
    const listed: readonly Candidate[] =
      candidates !== undefined && name in candidates ? candidates[name as ChosenField] : []
    return { name, value, rows: rowsOf(listed, { isChosen: value !== '', page }) }
  })
  const nameWidth = widest(sections.map(({ name }) => name))
  const others = sections.flatMap(({ rows }) => rows).filter(({ value }) => value !== '')
  const sourceWidth = Math.min(MAX_SOURCE_CHARS, widest(others.map(({ source }) => source)))
  return sections.flatMap(({ name, value, rows }) => [
    `${paint(name.padEnd(nameWidth), 'bold', options.color)}  ${clip(printable(value) || '-', options.columns - nameWidth - 2)}`,
    ...rows.map((row) => rowLine(row, { nameWidth, sourceWidth }, options)),
  ])
}

function rowsOf(
  candidates: readonly Candidate[],
  { isChosen, page }: { readonly isChosen: boolean; readonly page: Page },
): Row[] {
  const [first, ...rest] = candidates
  // The chance that the page tells nothing may weigh most as well.
  const chosen = first !== undefined && (isChosen || first.value === '') ? first : null
  const others = (chosen === null ? candidates : rest).filter(({ value }) => value !== '')
  return [
    ...(chosen === null ? [] : [{ weight: weightOf(chosen), source: sourcesOf(chosen, page), value: '' }]),
    ...others.slice(0, MAX_RUNNERS_UP).map((one) => ({
      weight: weightOf(one),
      source: sourceOf(one, page),
      value: printable(one.value),
    })),
  ]
}

/** Weights hang under the name of the field, sources under its value. */
function rowLine(
  { weight, source, value }: Row,
  { nameWidth, sourceWidth }: { readonly nameWidth: number; readonly sourceWidth: number },
  { color, columns }: ExplainOptions,
): string {
  const room = columns - nameWidth - 2
  if (value === '') return `${weight.padStart(nameWidth)}  ${clip(source, room)}`
  const line = `${clip(source, sourceWidth).padEnd(sourceWidth)}  ${clip(value, room - sourceWidth - 2)}`
  return paint(`${weight.padStart(nameWidth)}  ${line}`, 'dim', color)
}

function weightOf({ weight }: Candidate): string {
  if (weight === Number.POSITIVE_INFINITY) return 'sure'
  return Number.isInteger(weight) ? String(weight) : weight.toFixed(2)
}

function sourcesOf(candidate: Candidate, page: Page): string {
  return [candidate, ...candidate.also].map((origin) => sourceOf(origin, page)).join('; ')
}

/** `og:title`, `h1, block 4`, `line 3` */
function sourceOf({ source, place }: Origin, page: Page): string {
  if (place < 0) return source
  const block = page.blocks[place]
  const where = `${page.kind === 'text' ? 'line' : 'block'} ${numberOf(block, place)}`
  return source === 'line' ? where : `${source}, ${where}`
}
