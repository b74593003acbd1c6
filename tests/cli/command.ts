import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The executable that is published. */
export const BIN = fileURLToPath(new URL('../../bin/clean-article.js', import.meta.url))

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Workplace {
  readonly root: string
  /** Write a file, with its folders. */
  readonly put: (name: string, content: string | Uint8Array) => void
  /** All files, sorted. */
  readonly files: () => string[]
  /** Run the command here; standard input is empty unless given. */
  readonly run: (args: readonly string[], input?: string | Uint8Array) => Run
  /** Run a shell command here; `$CLEAN_ARTICLE` is the command. */
  readonly shell: (command: string) => Run
  readonly start: (args: readonly string[]) => ChildProcess
}

/** An empty folder for one test. */
export function workplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'clean-article-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const env = {
    ...process.env,
    CLEAN_ARTICLE: `${process.execPath} ${BIN}`,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    // Where the tests run in CI, the command is to think that it does not.
    CI: undefined,
    GITHUB_ACTIONS: undefined,
    GITHUB_STEP_SUMMARY: undefined,
  }
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  return {
    root,
    put(name, content) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    },
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort(),
    run(args, input = '') {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { ...options, input })
      return { code: status, stdout, stderr }
    },
    shell(command) {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], options)
      return { code: status, stdout, stderr }
    },
    start: (args) => spawn(process.execPath, [BIN, ...args], { cwd: root, env }),
  }
}

const SENTENCE = 'The council said on Monday that the bridge over the river will be repaired before the winter, '
const PARAGRAPH = `${SENTENCE}and that the work, which was delayed twice, should take no longer than three months.`

/** A text page whose body is easy to tell; `word` is in it. */
export function textPage(word: string): string {
  return `Home > News\n\nBridge to be repaired: ${word}\n\n${PARAGRAPH} ${word}\n\n${PARAGRAPH}\n\n${PARAGRAPH}\n\nShare this\n`
}

/** The same as HTML. */
export function htmlPage(word: string): string {
  const body = `<h1>Bridge to be repaired: ${word}</h1><p>${PARAGRAPH} ${word}</p><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>`
  return `<!doctype html><title>Bridge</title><nav><a href="/">Home</a></nav><article>${body}</article>`
}

/** The records of jsonl output. */
export function records(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
