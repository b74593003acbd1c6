import { posix } from 'node:path'
import { openReport } from './file.ts'
import { pageName, type ReportLine } from './line.ts'
import type { Reporter } from './reporter.ts'
import { createSpool } from './spool.ts'
import type { Sums } from './sums.ts'
import { escapeXml } from './xml.ts'

/**
 * JUnit's XML, as CI systems read it: a test case a page, grouped by folder. Pages without text are skipped, warnings
 * are the output of a case. No times: a report tells what became of pages, and the same pages give the same bytes.
 */
export async function junitReporter(path: string): Promise<Reporter> {
  const file = await openReport(path)
  const cases = createSpool()
  return {
    add: (line) => cases.write(testCase(line)),
    async close(sums) {
      await file.write(head(sums))
      for await (const piece of cases.drain()) await file.write(piece)
      await file.write('  </testsuite>\n</testsuites>\n')
      await file.commit()
    },
    abort() {
      cases.abort()
      file.abort()
    },
  }
}

function head({ pages, statuses: { failed, skipped } }: Sums): string {
  const counts = `tests="${pages}" failures="${failed}" errors="0" skipped="${skipped}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="clean-article" ${counts}>`,
    `  <testsuite name="clean-article" ${counts}>`,
    '',
  ].join('\n')
}

function testCase(line: ReportLine): string {
  const file = line.path === null ? '' : ` file="${escapeXml(line.path)}"`
  const names = `classname="${escapeXml(folderOf(line.path))}" name="${escapeXml(pageName(line))}"${file}`
  const told = detail(line)
  return told === '' ? `    <testcase ${names}/>\n` : `    <testcase ${names}>${told}</testcase>\n`
}

function folderOf(path: string | null): string {
  return path === null ? 'standard input' : posix.dirname(path)
}

function detail({ status, codes, message }: ReportLine): string {
  const list = escapeXml(codes.join(', '))
  if (status === 'ok-degraded') return `<system-out>${list}</system-out>`
  if (status === 'skipped') return '<skipped message="no text"/>'
  if (status !== 'failed') return ''
  const why = escapeXml(message ?? '')
  return `<failure type="${escapeXml(codes[0] ?? '')}" message="${why}">${list}: ${why}</failure>`
}
