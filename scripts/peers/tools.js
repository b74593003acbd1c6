/**
 * The peers as their documentation calls them: a decoded page in, their result out. In this folder, so that they are
 * found in its node_modules and not among the package's dependencies.
 */
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

export const PEERS = {
  '@mozilla/readability (linkedom)': (html) => new Readability(parseHTML(html).document).parse(),
  // `useAsync` would ask third-party sites about some pages; the rest is its default.
  'defuddle (linkedom)': (html) => Defuddle(parseHTML(html).document, undefined, { useAsync: false }),
}
