/** The peers that write Markdown, as their documentation calls them. */
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import TurndownService from 'turndown'
import gfm from 'turndown-plugin-gfm'

/** With fences and `#`, as it is mostly set up; its defaults are indented code and underlined headings. */
export function makeTurndown() {
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' })
  service.use(gfm.gfm)
  return (html) => service.turndown(html)
}

/** `useAsync` would ask third-party sites about some pages. @returns `content` as HTML, and `contentMarkdown`. */
export function defuddleMarkdown(html, url) {
  return Defuddle(parseHTML(html).document, url ?? undefined, { separateMarkdown: true, useAsync: false })
}
