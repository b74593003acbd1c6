import type { Shape } from '../text/shape.ts'
import type { Context } from './context.ts'
import { type Feature, perBlock } from './feature.ts'

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

function ofShape(name: string, why: string, value: (shape: Shape) => number): Feature {
  return perBlock(name, why, (context: Context, i) => value(context.shapes[i] as Shape))
}

/** The block's own text. */
export const SHAPE_FEATURES: readonly Feature[] = [
  ofShape('logWords', 'paragraphs are longer than labels (words: comparable over scripts)', (s) =>
    Math.log2(1 + s.words),
  ),
  ofShape('logChars', 'length in characters, for lines without words', (s) => Math.log2(1 + s.chars)),
  ofShape('wordChars', 'addresses, codes and glued menus have long words', (s) => share(s.letters + s.digits, s.words)),
  ofShape('enders', 'prose has a sentence end every 10 to 30 words', (s) => share(s.punctuation, s.words)),
  ofShape('enderCount', 'several sentences in a block', (s) => Math.log2(1 + s.punctuation)),
  ofShape('commas', 'clauses are parted by commas, labels are not', (s) => share(s.commas, s.words)),
  ofShape('digits', 'dates, counts and prices stand in boilerplate lines', (s) => share(s.digits, s.chars)),
  ofShape('capitals', 'capitals mark menus, buttons and names', (s) => share(s.upper, s.letters)),
  ofShape('titleCase', 'words that start with a capital: menus, teasers, names', (s) =>
    share(s.titleCaseWords, s.words),
  ),
  ofShape('symbols', 'pipes, arrows and bullets part links', (s) => share(s.chars - s.letters - s.digits, s.chars)),
  ofShape('endsSentence', 'a paragraph ends as a sentence does', (s) => Number(s.endsSentence)),
  ofShape('startsUpper', 'a line that starts small goes on from somewhere, or is an initial', (s) =>
    Number(s.startsUpper),
  ),
  perBlock('stopShare', 'function words hold sentences together (jusText)', (c, i) => c.stopShares[i] as number),
  perBlock('prose', 'the figures above in one', (c, i) => c.prose[i] as number),
]
