import { openReport } from './file.ts'
import type { Reporter } from './reporter.ts'

/** A line of JSON a page, in the order of the input, then one with the sums. Reports of shards can be merged. */
export async function jsonReporter(path: string): Promise<Reporter> {
  const file = await openReport(path)
  return {
    add: (line) => file.write(`${JSON.stringify(line)}\n`),
    async close(sums) {
      await file.write(`${JSON.stringify({ sums })}\n`)
      await file.commit()
    },
    abort: () => file.abort(),
  }
}
