import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRules } from '../../src/io/ignoreFiles.ts'

test('an ignore file that can not be read is told, not passed over', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ignore-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  await expect(readRules(root, '')).rejects.toMatchObject({ code: 'unreadable', message: 'is a folder (EISDIR)' })
})
