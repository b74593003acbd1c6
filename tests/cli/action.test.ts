import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { textPage, type Workplace, workplace } from './command.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => parse(readFileSync(join(root, name), 'utf8'))

interface Step {
  readonly name: string
  readonly if?: string
  readonly shell: string
  readonly run: string
  readonly env: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = read('action.yml') as Action

/** What expressions of a composite action can see; the build that is tested stands for the one that was checked out. */
function contextOf(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const given = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [
    `inputs.${name}`,
    inputs[name] ?? value,
  ])
  return { ...Object.fromEntries(given), 'github.action_path': root }
}

/** `${{ inputs.paths }}`; an expression of another form is an error. */
function evaluate(text: string, context: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([^}]*) \}\}/g, (_, name: string) => {
    const value = context[name]
    if (value === undefined) throw new Error(`unknown expression: ${name}`)
    return value
  })
}

function isWanted({ if: condition }: Step, context: Readonly<Record<string, string>>): boolean {
  if (condition === undefined) return true
  const found = /^(inputs\.[a-z-]+) == ''$/.exec(condition)
  if (found === null) throw new Error(`unknown condition: ${condition}`)
  return context[found[1] ?? ''] === ''
}

/** Run the action as GitHub's runner does: a file for each script, bash with these flags, the first failure ends it. */
function runAction(
  { root: folder, put }: Workplace,
  inputs: Readonly<Record<string, string>>,
  path = process.env.PATH,
) {
  const context = contextOf(inputs)
  let stdout = ''
  let stderr = ''
  for (const step of action.runs.steps.filter((each) => isWanted(each, context))) {
    put('.runner/step.sh', step.run)
    const env = Object.entries(step.env).map(([name, text]) => [name, evaluate(text, context)])
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(folder, '.runner/step.sh')], {
      cwd: join(folder, evaluate(step['working-directory'] ?? '.', context)),
      env: { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, PATH: path, ...Object.fromEntries(env) },
      encoding: 'utf8',
    })
    stdout += done.stdout
    stderr += done.stderr
    if (done.status !== 0) return { code: done.status, stdout, stderr }
  }
  return { code: 0, stdout, stderr }
}

describe('the action', () => {
  test('has inputs that say what they are, and scripts that no input can change', () => {
    expect(action.runs.using).toBe('composite')
    for (const [name, { description }] of Object.entries(action.inputs)) expect(description, name).toMatch(/\.$/)
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
    }
    const used = JSON.stringify(action.runs.steps)
    expect(Object.keys(action.inputs).filter((name) => !used.includes(`inputs.${name}`))).toEqual([])
  })

  test('cleans folders, patterns and names with blanks into a folder', () => {
    const place = workplace()
    place.put('pages/a b.txt', textPage('a'))
    place.put('more/c.html', textPage('c'))
    place.put('more/d.txt', textPage('d'))
    const { code, stdout, stderr } = runAction(place, {
      paths: '  pages/a b.txt\r\n\nmore/*.html\n',
      'out-dir': 'out put',
      args: '  --require=title\n--jobs 1 ',
    })
    expect([code, stdout, stderr]).toEqual([0, '', '2 pages, 2 cleaned, 0 failed\n'])
    expect(place.files().filter((name) => name.startsWith('out'))).toEqual([
      'out put/more/c.md',
      'out put/pages/a b.md',
    ])
  })

  test('fails where a page fails, and says where', () => {
    const place = workplace()
    place.put('site/in/bad.pdf', '%PDF-1.7')
    const { code, stderr } = runAction(place, {
      paths: 'in',
      output: 'all.jsonl',
      format: 'jsonl',
      'working-directory': 'site',
    })
    expect(code).toBe(1)
    expect(stderr).toContain('\n::error file=site/in/bad.pdf,title=not-text::in/bad.pdf: the input is binary data\n')
    expect(place.files()).toContain('site/all.jsonl')
  })

  test.each(['$(touch owned)', '`touch owned`', '"; touch owned; "', '-o owned', '--output=owned'])(
    'runs nothing of its inputs: %s',
    (paths) => {
      const place = workplace()
      const { code, stderr } = runAction(place, { paths, format: '' })
      expect(code).toBe(2)
      expect(stderr).toMatch(/^clean-article: Expected a .*pattern that .*, not: .*\n/)
      expect(stderr).toContain(`, not: ${paths}\n`)
      expect(place.files()).toEqual(['.runner/step.sh'])
    },
  )

  test('without paths is wrong usage', () => {
    expect(runAction(workplace(), { paths: ' \n' })).toMatchObject({
      code: 2,
      stderr: '::error::Expected paths, not: nothing\n',
    })
  })

  test('runs a version of the package if one is given', () => {
    const place = workplace()
    // In place of npx, which would fetch it.
    place.put('bin/npx', '#!/bin/sh\nprintf "%s\\n" "$@"\n')
    spawnSync('chmod', ['+x', join(place.root, 'bin/npx')])
    const inputs = { paths: 'a b\nc', args: '--check', 'out-dir': 'out', version: '0.1.0' }
    const { code, stdout } = runAction(place, inputs, `${join(place.root, 'bin')}:${process.env.PATH}`)
    expect(code).toBe(0)
    expect(stdout).toBe('--yes\nclean-article@0.1.0\n--check\n--out-dir=out\n--\na b\nc\n')
  })
})

describe('hooks of pre-commit', () => {
  interface Hook {
    readonly id: string
    readonly name: string
    readonly description: string
    readonly entry: string
    readonly language: string
    readonly files: string
    readonly args: readonly string[]
    readonly require_serial: boolean
  }
  const hooks = read('.pre-commit-hooks.yaml') as readonly Hook[]

  test.each(hooks)('$id has what pre-commit needs', (hook) => {
    expect(Object.keys(hook).sort()).toEqual(
      ['args', 'description', 'entry', 'files', 'id', 'language', 'name', 'require_serial'].sort(),
    )
    expect(hook.language).toBe('node')
    expect(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).bin)).toContain(
      hook.entry.split(' ')[0],
    )
    const names = ['a/b.html', 'b.htm.gz', 'c.txt', 'd.md', 'html']
    expect(names.filter((name) => new RegExp(hook.files).test(name))).toEqual(['a/b.html', 'b.htm.gz', 'c.txt'])
  })

  test('one writes, the other compares', () => {
    const { put, run, root: folder, files } = workplace()
    put('pages/a.txt', textPage('Tamar'))
    const [write, check] = hooks.map(({ entry, args }) => [...entry.split(' ').slice(1), ...args, 'pages/a.txt'])
    mkdirSync(join(folder, 'articles'))
    expect(run(check ?? [])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'failed: pages/a.txt: differs: articles/pages/a.md is missing\n',
    })
    expect(run(write ?? [])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(files()).toEqual(['articles/pages/a.md', 'pages/a.txt'])
    expect(run(check ?? [])).toEqual({ code: 0, stdout: '', stderr: '' })
    rmSync(join(folder, 'articles'), { recursive: true })
  })
})
