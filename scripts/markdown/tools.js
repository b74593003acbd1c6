/**
 * The tools, each as its documentation calls it. A page is `{ html, kept, url }`: the page as it was scraped, the HTML of
 * the part that clean-article kept, and its address. A result is the Markdown, and the HTML that it was made of.
 */
export const TOOLS = {
  'clean-article': {
    reads: 'page',
    load: async () => {
      const { cleanArticle } = await import('../../dist/index.js')
      return async ({ html, kept, url }) => {
        const { body } = await cleanArticle(html, { format: 'html', url: url ?? undefined })
        return { markdown: body, source: kept }
      }
    },
  },
  'clean-article, conversion alone': {
    reads: 'kept part',
    load: async (runBundled) => {
      const { segmentHtml } = await runBundled('segment/html.ts')
      const { renderBody } = await runBundled('render/markdown.ts')
      return ({ kept, url }) => {
        const { blocks } = segmentHtml(kept, url)
        return { markdown: renderBody({ blocks, images: [], notes: [] }).markdown, source: kept }
      }
    },
  },
  'turndown with GFM': {
    reads: 'kept part',
    load: async () => {
      const { makeTurndown } = await import('../peers/markdown.js')
      const turndown = makeTurndown()
      return ({ kept }) => ({ markdown: turndown(kept), source: kept })
    },
  },
  defuddle: {
    reads: 'page',
    load: async () => {
      const { defuddleMarkdown } = await import('../peers/markdown.js')
      return async ({ html, url }) => {
        const { content, contentMarkdown } = await defuddleMarkdown(html, url)
        return { markdown: contentMarkdown, source: content }
      }
    },
  },
}
