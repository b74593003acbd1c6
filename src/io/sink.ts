import type { PageInput } from './page.ts'

/** Where results go. */
export interface Sink {
  /**
   * Take the rendering of a page; resolves when there is room for more, with `false` where nobody reads on.
   *
   * @throws OutputError where the environment refuses; PageError where only this page can't be written.
   */
  write(page: PageInput, text: string): Promise<boolean>
  /** All is written: give files their names. */
  close(): Promise<void>
  /** Leave nothing half-written; called from signal handlers, hence synchronous. */
  abort(): void
}
