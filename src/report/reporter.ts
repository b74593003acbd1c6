import type { ReportLine } from './line.ts'
import type { Sums } from './sums.ts'

/** Tells of a run to one kind of reader. Memory does not grow with the pages. */
export interface Reporter {
  /** @throws OutputError */
  add(line: ReportLine): Promise<void>
  /**
   * The run is over: the report appears.
   *
   * @throws OutputError
   */
  close(sums: Sums): Promise<void>
  /** Leave nothing half-written; for signal handlers, hence synchronous. */
  abort(): void
}
