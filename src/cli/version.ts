declare const CLEAN_ARTICLE_VERSION: string | undefined

/** Put in by the build; sources that run unbuilt have none. */
export const VERSION: string = typeof CLEAN_ARTICLE_VERSION === 'string' ? CLEAN_ARTICLE_VERSION : '0.0.0-source'
