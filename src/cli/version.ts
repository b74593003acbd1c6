declare const CLEAN_ARTICLE_VERSION: string | undefined

/** Put in by the build; sources that run unbuilt have none. */
export const VERSION: string = typeof CLEAN_ARTICLE_VERSION === 'string' ? CLEAN_ARTICLE_VERSION : '0.0.0-source'

declare const CLEAN_ARTICLE_BUILD: string | undefined

/**
 * A hash of all that the build is made of: another one may give other articles. Null for sources that run unbuilt, for
 * which nothing is kept in a cache.
 */
export const BUILD: string | null = typeof CLEAN_ARTICLE_BUILD === 'string' ? CLEAN_ARTICLE_BUILD : null
