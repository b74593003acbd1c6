import type { Render } from '../batch/render.ts'
import { explain } from './explain.ts'
import { printable } from './printable.ts'
import type { Streams } from './streams.ts'

/** Width of `--explain` where the output is no terminal. */
const DEFAULT_COLUMNS = 120

/** The report of `--explain`; pages of many get a headline. */
export function explainRender({ stdout }: Streams, many: boolean): Render {
  const { isTTY, columns = DEFAULT_COLUMNS } = stdout
  const { NO_COLOR = '', TERM } = process.env
  const color = isTTY === true && NO_COLOR === '' && TERM !== 'dumb'
  return (result) => {
    if ('failure' in result) return null
    const headline = many ? `== ${printable(result.page.id ?? '')}\n` : ''
    return `${headline}${explain(result.outcome, { color, columns })}${many ? '\n' : ''}`
  }
}
