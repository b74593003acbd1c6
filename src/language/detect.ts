import { toNfc } from '../text/normal.ts'
import { words } from '../text/words.ts'
import { rank } from './rank.ts'
import { sampleOf } from './sample.ts'
import { type Script, scriptOf, scriptWeights } from './scripts.ts'
import { functionWordsOf } from './stopShare.ts'
import { normaliseTag } from './tag.ts'
import { isTraditional } from './traditional.ts'

/** The language of a text and whether the text alone would say so. */
export interface Detection {
  /** BCP 47 primary language, `zh-Hant` for Traditional Chinese; null where nothing tells. */
  readonly language: string | null
  readonly certain: boolean
}

/** The languages of each script; the first is the usual one where there is nothing to rank them by. */
const LANGUAGES: Readonly<Record<Script, readonly string[]>> = {
  latin:
    'en de fr es pt it nl sv da no is fi et lv lt pl cs sk sl hr sr ro hu tr az sq eu ca gl ga cy af id ms tl vi sw uz'.split(
      ' ',
    ),
  cyrillic: ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'uz'],
  arabic: ['ar', 'fa', 'ur'],
  devanagari: ['hi', 'mr', 'ne'],
  bengali: ['bn', 'as'],
  hebrew: ['he', 'yi'],
  ethiopic: ['am', 'ti'],
  greek: ['el'],
  armenian: ['hy'],
  gurmukhi: ['pa'],
  gujarati: ['gu'],
  oriya: ['or'],
  tamil: ['ta'],
  telugu: ['te'],
  kannada: ['kn'],
  malayalam: ['ml'],
  sinhala: ['si'],
  thai: ['th'],
  lao: ['lo'],
  burmese: ['my'],
  georgian: ['ka'],
  khmer: ['km'],
  kana: ['ja'],
  han: ['zh'],
  hangul: ['ko'],
}

/** Scripts whose languages are told apart by their function words. */
const RANKED: ReadonlySet<Script> = new Set(['latin', 'cyrillic', 'arabic', 'devanagari'])

/** Languages without a table of their own that read much like others: a page that declares one is believed. */
const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  ast: ['es', 'gl'],
  bs: ['hr', 'sr'],
  cnr: ['sr', 'hr'],
  fo: ['is', 'da'],
  fy: ['nl'],
  gsw: ['de'],
  jv: ['id'],
  lb: ['de'],
  mn: ['ru', 'kk'],
  nds: ['de', 'nl'],
  oc: ['ca', 'fr'],
  ps: ['fa', 'ar', 'ur'],
  su: ['id'],
  tg: ['ru'],
}

/** Letters' worth below which a script is no evidence. */
const MIN_LETTERS = 20
/** Share of kana among kana and Han from which a text is Japanese: Chinese pages do name a Japanese thing. */
const MIN_KANA_SHARE = 0.1
/** A fit from which the best language is the answer, however close the next. */
const FAIR_SCORE = 0.3
/** A weaker fit (lists of products, menus) is an answer if it is above this and stands alone: below it is chance. */
const MIN_SCORE = 0.1
const ALONE_SHARE = 0.6
/** A fit from which a text is prose of the language. */
const GOOD_SCORE = 0.6
/** What the declared language counts more: it wins near ties, not against plain prose. */
const PRIOR_FACTOR = 1.5
/** The same for English, which pages of all languages declare because their template does. */
const ENGLISH_PRIOR_FACTOR = 1.2
/** The runner-up of a certain answer is below this share of the best. */
const CLEAR_SHARE = 0.8

/** The script that most of a text is in; Japanese is kana, however many Han characters it has. */
function mainScript(text: string): { readonly script: Script; readonly share: number } | null {
  const weights = new Map(scriptWeights(text))
  const kana = weights.get('kana') ?? 0
  const han = weights.get('han') ?? 0
  if (kana > 0 && kana >= MIN_KANA_SHARE * (kana + han)) {
    weights.set('kana', kana + han)
    weights.delete('han')
  }
  let best: Script | null = null
  let total = 0
  for (const [script, weight] of weights) {
    total += weight
    if (best === null || weight > (weights.get(best) ?? 0)) best = script
  }
  if (best === null || total < MIN_LETTERS) return null
  return { script: best, share: (weights.get(best) ?? 0) / total }
}

function chinese(text: string, prior: string | null): string {
  const traditional = isTraditional(text)
  if (traditional === null) return prior === 'zh-Hant' ? prior : 'zh'
  return traditional ? 'zh-Hant' : 'zh'
}

/** Among the languages of one script, by function words. */
function ranked(text: string, script: Script, prior: string | null): Detection {
  const tokens = words(text).filter((token) => scriptOf(token.charCodeAt(0)) === script)
  if (tokens.length === 0) return { language: prior, certain: false }
  const fits = rank(tokens, script, LANGUAGES[script])
  const best = fits[0]
  const second = fits[1]?.score ?? 0
  if (best === undefined || best.score < (second <= best.score * ALONE_SHARE ? MIN_SCORE : FAIR_SCORE)) {
    return { language: prior, certain: false }
  }
  const isUntold = prior !== null && functionWordsOf(prior).size === 0
  if (isUntold && best.score < GOOD_SCORE) return { language: prior, certain: false }
  if (isUntold && RELATIVES[prior]?.includes(best.language)) return { language: prior, certain: false }
  const declared = fits.find((fit) => fit.language === prior)
  if (declared !== undefined && best.score < FAIR_SCORE) return { language: prior, certain: false }
  const factor = prior === 'en' ? ENGLISH_PRIOR_FACTOR : PRIOR_FACTOR
  if (declared !== undefined && declared.score * factor >= best.score) {
    return { language: declared.language, certain: declared.score >= GOOD_SCORE }
  }
  const isClear = best.score >= GOOD_SCORE && second < best.score * CLEAR_SHARE
  return { language: best.language, certain: isClear }
}

/**
 * Tell the language of a page from its text: by script where a script has one language, else by function words and
 * letters. Made for 200 characters and more; labels and titles are too short for it.
 *
 * @param text Lines of the page, boilerplate included; its first long lines are looked at.
 * @param prior What the page declares (`lang` of the html element), in any spelling. It wins ties.
 */
export function detectLanguage(text: string, prior: string | null): Detection {
  const declared = normaliseTag(prior)
  const sample = toNfc(sampleOf(text))
  const main = mainScript(sample)
  if (main === null) return { language: declared, certain: false }
  const { script, share } = main
  if (script === 'han') return { language: chinese(sample, declared), certain: share >= GOOD_SCORE }
  if (RANKED.has(script)) return ranked(sample, script, declared)
  const languages = LANGUAGES[script]
  const language = declared !== null && languages.includes(declared) ? declared : (languages[0] as string)
  return { language, certain: share >= GOOD_SCORE }
}
