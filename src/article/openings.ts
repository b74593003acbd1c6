import { isAgency } from './agencies.ts'
import { type NamesTold, NOWHERE } from './origins.ts'
import type { Survey } from './survey.ts'

/** Paragraphs of the body that may open with the name of their reporter, and blocks among which they are. */
const PARAGRAPHS = 2
const REACH = 10
/** A dateline with its bracket ends before. */
const MAX_CHARS = 60

/** Who the first paragraphs say reports, in the brackets of their dateline. The brackets stay in the body. */
export function openingReporters({ blocks, isBody, prose }: Survey): NamesTold {
  let seen = 0
  for (let i = prose; i < Math.min(blocks.length, prose + REACH) && seen < PARAGRAPHS; i++) {
    if (isBody[i] !== true || blocks[i]?.kind !== 'paragraph') continue
    seen++
    const names = reportersOf(blocks[i]?.text ?? '')
    if (names.length > 0) return { names, source: 'dateline', place: i }
  }
  return { names: [], source: 'dateline', place: NOWHERE }
}

/** Reporters at the start of a paragraph, as Chinese, Korean and Japanese papers name them. */
export function reportersOf(paragraph: string): string[] {
  const text = paragraph.slice(0, MAX_CHARS).trimStart()
  return chinese(text) ?? korean(text) ?? japanese(text) ?? []
}

/** `（记者陈若溪）`, `（实习记者 王敬照 记者李明、赵云）` */
function chinese(text: string): string[] | null {
  const bracket = /[（(]([^（）()]{4,40})[）)]/.exec(text)?.[1]
  if (bracket === undefined || !/^(?:本报|本報|实习|實習|特约|特約)?(?:记者|記者|通讯员|通訊員)/.test(bracket))
    return null
  const names = bracket.split(/(?:本报|本報|实习|實習|特约|特約)?(?:记者|記者|通讯员|通訊員)|[\s、，]/)
  return names.filter((name) => /^[\u3400-\u9fff·]{2,6}$/.test(name))
}

/** `(서울=연합뉴스) 문가람 기자 = ` */
function korean(text: string): string[] | null {
  const name = /^[([（][^=()]{2,10}=[^=()]{2,12}[)\]）] ?([가-힣]{2,4}) ?(?:기자|특파원)/.exec(text)?.[1]
  return name === undefined ? null : [name]
}

/** `【ソウル＝小池和樹】` */
function japanese(text: string): string[] | null {
  const inside = /^【[^【】＝=]{2,12}[＝=]([^【】＝=]{2,24})】/.exec(text)?.[1]
  if (inside === undefined) return null
  return inside
    .split(/[、・]/)
    .filter((name) => /^[\u3005\u3040-\u30ff\u3400-\u9fff]{3,8}$/.test(name) && !isAgency(name))
}
