import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outputName } from '../io/names.ts'
import { sha256 } from './hash.ts'
import { EXTENSIONS } from './render.ts'
import type { Job, PageReport } from './task.ts'

/** Whether a page and its output are as an earlier run had them: by content, since times of files mean little. */
export async function isUnchanged(
  before: PageReport,
  inputHash: string | null,
  { outDir, format }: Job,
): Promise<boolean> {
  if (outDir === null || inputHash === null || inputHash !== before.inputHash) return false
  const path = join(outDir, outputName(before.stem, EXTENSIONS[format]))
  const output = await readFile(path).catch(() => null)
  return output !== null && sha256(output) === before.outputHash
}
