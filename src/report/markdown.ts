import { openReport } from './file.ts'
import { pageName, type ReportLine } from './line.ts'
import type { Reporter } from './reporter.ts'
import { createSpool } from './spool.ts'
import type { Sums } from './sums.ts'

/** The sums, then each page that failed. */
export async function markdownReporter(path: string): Promise<Reporter> {
  const file = await openReport(path)
  const rows = createSpool()
  return {
    async add(line) {
      if (line.status === 'failed') await rows.write(failureRow(line))
    },
    async close(sums) {
      await file.write(summaryHead(sums))
      for await (const piece of rows.drain()) await file.write(piece)
      await file.commit()
    },
    abort() {
      rows.abort()
      file.abort()
    },
  }
}

/** All that stands above the rows of failed pages, the head of their table included. */
export function summaryHead({ pages, statuses, codes, complete, shard }: Sums): string {
  const share = shard === null ? '' : `, share ${shard.index} of ${shard.count}`
  const rows = Object.entries(codes).map(([code, count]) => `| \`${code}\` | ${count} |\n`)
  return [
    `# clean-article\n\n`,
    complete ? '' : '**The run was stopped before its end.**\n\n',
    `| pages${share} | cleaned | of these with warnings | without text | failed |\n| ---: | ---: | ---: | ---: | ---: |\n`,
    `| ${pages} | ${pages - statuses.failed} | ${statuses['ok-degraded']} | ${statuses.skipped} | ${statuses.failed} |\n`,
    rows.length === 0 ? '' : `\n| code | pages |\n| --- | ---: |\n${rows.join('')}`,
    statuses.failed === 0 ? '' : '\n| failed | code | why |\n| --- | --- | --- |\n',
  ].join('')
}

export function failureRow(line: ReportLine): string {
  const cells = [escapeCell(pageName(line)), `\`${line.codes[0] ?? ''}\``, escapeCell(line.message ?? '')]
  return `| ${cells.join(' | ')} |\n`
}

/** Controls of C0 and C1, line ends of other systems, changes of direction, halves of pairs. */
const NO_TEXT = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu

const PUNCTUATION = /[\\`*_{}[\]()#+!|~@$]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text of a page as nothing but text in a cell. */
function escapeCell(text: string): string {
  return text
    .replace(NO_TEXT, ' ')
    .replace(PUNCTUATION, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
}
