/** What is not read, by rule and not by fault; the summary counts it. */
export type PassedOver =
  /** A link, a pipe, a device in a folder. */
  | 'special'
  /** A name that begins with a dot. */
  | 'hidden'
  /** Named by an ignore file. */
  | 'ignored'
  /** A record of an archive that holds no page, such as a request. */
  | 'record'
  /** A response that is no success. */
  | 'status'
  /** A response of another type than HTML or plain text. */
  | 'media-type'

/** Told of everything that is passed over. */
export type OnPassedOver = (reason: PassedOver) => void

/** How often each reason was met. */
export type PassedOverCounts = ReadonlyMap<PassedOver, number>

/** Counts what it is told. */
export function passedOverTally(): { readonly add: OnPassedOver; readonly counts: PassedOverCounts } {
  const counts = new Map<PassedOver, number>()
  return {
    add(reason) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    },
    counts,
  }
}
