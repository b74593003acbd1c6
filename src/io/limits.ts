/** The largest page that is read, in bytes after decompression. */
export const PAGE_LIMIT_BYTES = 20 * 1024 * 1024

/** The longest line of jsonl that is held in memory. JSON may write a character of a page as six (`\u00e9`). */
export const LINE_LIMIT_BYTES = 64 * 1024 * 1024

/** How much of an input its kind is sniffed from. */
export const SNIFF_BYTES = 64 * 1024
