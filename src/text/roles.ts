/** What a phrase of the lexicon says about its line. The order is that of safety: the first role of several wins. */
export const PHRASE_ROLES = [
  'share',
  'subscribe',
  'cookies',
  'home',
  'backToTop',
  'copyright',
  'print',
  'related',
  'tags',
  'advertisement',
  'comments',
  'photographer',
  'readAlso',
  'published',
  'updated',
  'editor',
  'translator',
  'byline',
  'reporter',
  'source',
] as const

export type PhraseRole = (typeof PHRASE_ROLES)[number]
