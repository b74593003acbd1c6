import type { Failure } from './errors.ts'

/** Where a page goes. */
export interface Named {
  readonly id: string | null
  /** Path of the output without its extension. */
  readonly stem: string
  readonly isRecord: boolean
}

/** What is in the place of the output although no page is the reason. */
export interface Surplus {
  readonly path: string
  readonly failure: Failure
}

/** Where results go. */
export interface Sink {
  /**
   * Take the rendering of a page; resolves when there is room for more, with `false` where nobody reads on.
   *
   * @throws OutputError where the environment refuses; PageError where only this page can't be written.
   */
  write(page: Named, text: string): Promise<boolean>
  /**
   * Take note of a page whose output is there and stays.
   *
   * @throws PageError where another page has its name.
   */
  keep?(page: Named): void
  /** All is written: give files their names. */
  close(): Promise<void>
  /** Leave nothing half-written; called from signal handlers, hence synchronous. */
  abort(): void
  /** Asked after `close` of sinks that compare instead of writing; null where there is none. */
  surplus?(): Promise<Surplus | null>
}
