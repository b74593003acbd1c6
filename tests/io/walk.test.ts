import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { resolveInputs, type WalkOptions, walk } from '../../src/io/walk.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walk-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), '')
  }
}

async function names(folder = root, options?: WalkOptions): Promise<string[]> {
  const found: string[] = []
  for await (const entry of walk(folder, options))
    found.push(entry.failure === undefined ? entry.name : `! ${entry.name}`)
  return found
}

describe('walk', () => {
  test('files of all levels in the order of their bytes', async () => {
    put('b.html', 'a/z.html', 'a/b/c.html', 'B.html', 'é.html', '..html', 'ab.html')
    expect(await names()).toEqual(['..html', 'B.html', 'a/b/c.html', 'a/z.html', 'ab.html', 'b.html', 'é.html'])
    expect(await names(`${root}/`)).toHaveLength(7)
  })

  test('hidden files and folders are passed over', async () => {
    put('.DS_Store', '.git/config', 'a.html')
    expect(await names()).toEqual(['a.html'])
  })

  test('hidden names are told, but not those of our own files', async () => {
    put('.DS_Store', '.git/config', '.clean-article-ignore', '.clean-article-1-2.tmp', 'a.html')
    const skipped: string[] = []
    await names(root, { onSkip: (path, reason) => skipped.push(`${path.slice(root.length + 1)} ${reason}`) })
    expect(skipped).toEqual(['.DS_Store hidden', '.git hidden'])
  })

  test('links and special files are told, not followed', async () => {
    put('a.html', 'sub/b.html')
    symlinkSync('..', join(root, 'sub/loop'))
    symlinkSync('a.html', join(root, 'link.html'))
    symlinkSync('nowhere', join(root, 'dangling.html'))
    execFileSync('mkfifo', [join(root, 'pipe.html')])
    const skipped: string[] = []
    expect(await names(root, { onSkip: (path) => skipped.push(path.slice(root.length + 1)) })).toEqual([
      'a.html',
      'sub/b.html',
    ])
    expect(skipped).toEqual(['dangling.html', 'link.html', 'pipe.html', 'sub/loop'])
  })

  test('the output within the input is none of it', async () => {
    put('a.html', 'out/a.md', 'all.jsonl')
    expect(await names(root, { except: join(root, 'out') })).toEqual(['a.html', 'all.jsonl'])
    expect(await names(root, { except: join(root, 'all.jsonl') })).toEqual(['a.html', 'out/a.md'])
    expect(await names(root, { except: root })).toHaveLength(3)
    expect(await names(root, { exceptFile: statSync(join(root, 'all.jsonl')) })).toEqual(['a.html', 'out/a.md'])
  })

  test('depth does not matter', async () => {
    const deep = Array.from({ length: 60 }, (_, i) => `d${i}`).join('/')
    put(`${deep}/x.html`)
    expect(await names()).toEqual([`${deep}/x.html`])
  })

  test('names that are not UTF-8 can be opened', async () => {
    const file = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.html')])
    writeFileSync(file, '')
    const entries = []
    for await (const entry of walk(root)) entries.push(entry)
    expect(entries).toMatchObject([{ name: 'caf\ufffd.html', file }])
  })

  describe('ignore files', () => {
    const ignore = (name: string, ...lines: string[]) => {
      put(name)
      writeFileSync(join(root, name), `${lines.join('\n')}\n`)
    }

    test('hold for what is below them', async () => {
      put('a.html', 'a.txt', 'draft/x.html', 'sub/a.html', 'sub/b.txt', 'sub/draft/y.html', 'sub/deep/a.html')
      ignore('.clean-article-ignore', '\ufeff# comment', '*.txt', '/draft/', '')
      ignore('sub/.clean-article-ignore', '/a.html')
      const skipped: string[] = []
      expect(
        await names(root, { onSkip: (path, reason) => skipped.push(`${path.slice(root.length + 1)} ${reason}`) }),
      ).toEqual(['a.html', 'sub/deep/a.html', 'sub/draft/y.html'])
      expect(skipped).toEqual(['a.txt ignored', 'draft ignored', 'sub/a.html ignored', 'sub/b.txt ignored'])
      expect(await names(root, { noIgnore: true })).toHaveLength(7)
    })

    test('the nearest one decides', async () => {
      put('a.txt', 'sub/a.txt', 'sub/b.txt', 'sub/kept/c.txt', 'kept/d.txt')
      ignore('.clean-article-ignore', '*.txt', 'kept/')
      ignore('sub/.clean-article-ignore', '!a.txt', '!kept/', '!kept/*')
      expect(await names()).toEqual(['sub/a.txt', 'sub/kept/c.txt'])
    })

    test('a folder that is wanted again is read as if nobody had ignored it', async () => {
      put('sub/kept/c.html', 'sub/kept/d.txt')
      ignore('.clean-article-ignore', 'kept/')
      ignore('sub/.clean-article-ignore', '!kept/')
      expect(await names()).toEqual(['sub/kept/c.html', 'sub/kept/d.txt'])
    })

    test('what is named is read whatever a file above it says', async () => {
      put('sub/a.html')
      ignore('.clean-article-ignore', 'sub')
      expect(await names(join(root, 'sub'))).toEqual(['a.html'])
    })

    test('case counts on every system, other files than ours do not', async () => {
      put('A.html', 'b.html')
      ignore('.clean-article-ignore', 'a.html')
      ignore('.gitignore', '*')
      expect(await names()).toEqual(['A.html', 'b.html'])
    })

    test('names that look like paths elsewhere are names', async () => {
      put('..html', 'back\\slash.html', '.../x.html', ' .html')
      ignore('.clean-article-ignore', '/..html')
      expect(await names()).toEqual([' .html', '.../x.html', 'back\\slash.html'])
    })

    test('a folder in place of one is a hidden folder', async () => {
      put('.clean-article-ignore/x', 'a.html')
      expect(await names()).toEqual(['a.html'])
    })
  })

  test('a folder that is not there is a failure of its own', async () => {
    expect(await names(join(root, 'gone'))).toEqual(['! '])
  })
})

describe('resolveInputs', () => {
  const inRoot = (...parts: string[]) => parts.map((part) => (part === '-' ? part : join(root, part)))

  test('files, folders and standard input in the order given', async () => {
    put('a.html', 'sub/b.html')
    expect(await resolveInputs(inRoot('sub', '-', 'a.html'))).toMatchObject([
      { type: 'folder' },
      { type: 'stdin' },
      { type: 'file', entry: { path: join(root, 'a.html'), name: 'a.html' } },
    ])
  })

  test('what exists is no pattern', async () => {
    put('a[1].html', 'a1.html')
    expect(await resolveInputs(inRoot('a[1].html'))).toMatchObject([{ entry: { name: 'a[1].html' } }])
  })

  test('patterns give files, sorted', async () => {
    put('b.html', 'a.html', 'sub/c.html', 'd.txt')
    const found = await resolveInputs([join(root, '**/*.html')])
    expect(found.map((input) => (input.type === 'file' ? input.entry.path.slice(root.length) : ''))).toEqual([
      '/a.html',
      '/b.html',
      '/sub/c.html',
    ])
  })

  test.each(['missing.html', '*.none'])('%s names nothing', async (name) => {
    await expect(resolveInputs(inRoot(name))).rejects.toThrow(/^Expected a .*, not: /)
  })

  test('a dangling link is there', async () => {
    symlinkSync('nowhere', join(root, 'dangling.html'))
    expect(await resolveInputs(inRoot('dangling.html'))).toMatchObject([{ type: 'file' }])
  })
})

test('a relative path is mirrored, one that leads out gives its last part', async () => {
  // The tests run in the repository.
  const [inside, outside] = await resolveInputs(['tests/io/walk.test.ts', join(root, '..')])
  expect(inside).toMatchObject({ entry: { name: 'tests/io/walk.test.ts' } })
  expect(outside).toMatchObject({ type: 'folder' })
})
