import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { tokenize } from './helpers/tokens.ts'

const root = new URL('../', import.meta.url)
const readJson = (file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8'))

/** What may be published; anything else is there by mistake. */
const PUBLISHED: readonly RegExp[] = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^bin\/clean-article\.js$/,
  /^dist\/(?:cli|index|worker)\.js$/,
  /^dist\/chunks\/[\w.-]+\.js$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
  /^dist\/(?:article|clean-article\.config)\.schema\.json$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
]
/** Megabytes unpacked: the tables of phrases, dates and weights, and the parsers. */
const MAX_UNPACKED_MB = 3

interface Packed {
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

/** What `npm publish` would send. */
function pack(): Packed {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const out = execFileSync('npm', args, {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(out)[0]
}

describe('the package', () => {
  const manifest = readJson('package.json')
  const packed = pack()
  const paths = packed.files.map(({ path }) => path)

  test('holds nothing that is not meant to be published', () => {
    expect(paths.filter((path) => !PUBLISHED.some((pattern) => pattern.test(path)))).toEqual([])
    expect(packed.unpackedSize).toBeLessThan(MAX_UNPACKED_MB * 1e6)
  })

  test('holds every file that its manifest names', () => {
    const named = [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap(targets)].map(plain)
    expect(named.length).toBeGreaterThanOrEqual(4)
    expect(named.filter((path) => !paths.includes(path))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md']))
  })

  test('needs nothing but Node, and runs no script when it is installed', () => {
    const { dependencies, peerDependencies, optionalDependencies, bundleDependencies, scripts, engines } = manifest
    expect({ dependencies, peerDependencies, optionalDependencies, bundleDependencies }).toEqual({})
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([])
    expect(engines.node).toBe('>=20.19')
  })

  test('its version is that of the changelog', () => {
    const changelog = readFileSync(new URL('CHANGELOG.md', root), 'utf8')
    expect(/^## \[(\d+\.\d+\.\d+)\]/m.exec(changelog)?.[1]).toBe(manifest.version)
  })

  test('opens no connection, starts no process but its own worker, runs no foreign code', () => {
    const banned =
      /^(?:node:)?(?:https?|http2|net|tls|dns|dgram|child_process|worker_threads|cluster|inspector|vm|repl)(?:\/|$)/
    const found = builtFiles().flatMap(({ file, tokens }) =>
      tokens
        .filter((token, i) => token.type === 'string' && banned.test(token.text) && isImported(tokens, i))
        .map(({ text }) => `${file.replace(/-[A-Z\d]{8}\.js$/, '')}: ${text}`),
    )
    expect(found).toEqual(['dist/chunks/pool: node:child_process'])
    const pool = builtFiles().find(({ file }) => file.startsWith('dist/chunks/pool-'))
    const called = pool?.tokens.map(({ text }) => text).filter((text) => STARTERS.has(text))
    expect(called).toEqual(['fork'])
  })

  function builtFiles() {
    return paths
      .filter((path) => path.startsWith('dist/') && path.endsWith('.js'))
      .map((file) => ({ file, tokens: tokenize(readFileSync(new URL(file, root), 'utf8')) }))
  }
})

/** What Node starts processes with; `fork` starts Node and nothing else. */
const STARTERS = new Set(['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'])

/** Files that an entry of `exports` points to. */
function targets(entry: unknown): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>)
}

function plain(path: unknown): string {
  return String(path).replace(/^\.\//, '')
}

/** `from 'x'`, `import 'x'`, `require('x')`, also under a minified name. */
function isImported(tokens: ReturnType<typeof tokenize>, index: number): boolean {
  const before = tokens[index - 1]?.text ?? ''
  const name = before === '(' ? tokens[index - 2]?.text : before
  return ['from', 'import', 'require'].includes(name ?? '') || (before === '(' && /require/i.test(name ?? ''))
}

/** Packages that are used without being imported. */
const TOOLS: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run lint',
  '@types/mdast': 'types of the tree that remark writes',
  '@types/node': 'types of Node',
  '@vitest/coverage-v8': 'the coverage of vitest',
  publint: 'npm run package',
  typescript: 'npm run types, scripts/build.js',
}

test('every package that is installed is used', () => {
  const sources = ['src', 'tests', 'scripts'].flatMap((folder) =>
    list(folder, { recursive: true })
      .filter((file) => /\.[jt]s$/.test(file))
      .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8')),
  )
  const strings = new Set(
    sources.flatMap((source) =>
      tokenize(source)
        .filter(({ type }) => type === 'string')
        .map(({ text }) => packageOf(text)),
    ),
  )
  const installed = Object.keys(readJson('package.json').devDependencies)
  expect(installed.filter((name) => !strings.has(name) && !Object.hasOwn(TOOLS, name))).toEqual([])
})

/** `@exodus/bytes/encoding.js` -> `@exodus/bytes`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Packages whose manifest names no licence, with where it is told. */
const UNTOLD: Readonly<Record<string, string>> = {
  'node_modules/format': 'MIT, by the old field `licenses` of its manifest',
}

describe('the lockfile', () => {
  interface Entry {
    readonly version?: string
    readonly resolved?: string
    readonly integrity?: string
    readonly link?: boolean
    readonly hasInstallScript?: boolean
    readonly license?: string
  }
  const { packages } = readJson('package-lock.json') as { packages: Record<string, Entry> }
  const entries = Object.entries(packages).filter(([path]) => path !== '')

  test('pins every package by its hash, and none by an address outside of the registry', () => {
    const wrong = entries.filter(
      ([, { integrity = '', resolved = 'https://registry.npmjs.org/', link = false }]) =>
        !integrity.startsWith('sha512-') || link || !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(wrong.map(([path]) => path)).toEqual([])
    expect(entries.length).toBeGreaterThan(100)
  })

  test('holds packages under permissive licences only', () => {
    const permissive = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|MIT OR Apache-2\.0|MPL-2\.0)$/
    const wrong = entries.filter(
      ([path, { license = '' }]) => !permissive.test(license) && !Object.hasOwn(UNTOLD, path),
    )
    expect(wrong.map(([path, { license }]) => `${path} ${license}`)).toEqual([])
  })

  test('only esbuild, which fetches its program for the platform, has an install script', () => {
    // fsevents is a dependency of vite on macOS.
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)
    expect(scripted.filter((path) => !/node_modules\/(?:esbuild|fsevents)$/.test(path))).toEqual([])
  })

  test('agrees with the manifest: exact versions, vitest and its coverage of one version', () => {
    const { devDependencies } = readJson('package.json') as { devDependencies: Record<string, string> }
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
    expect(devDependencies['@vitest/coverage-v8']).toBe(devDependencies.vitest)
  })
})

test('documents do not point at files that are not there', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...list('docs').map((name) => `docs/${name}`),
  ]
  const missing = documents
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8')
      return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]{1,200})/g)]
        .map(([, target = '']) => new URL(target, new URL(file, root)))
        .filter((target) => !exists(target))
        .map((target) => `${file}: ${target.pathname}`)
    })
  expect(missing).toEqual([])
})

function list(folder: string, options: { readonly recursive?: boolean } = {}): string[] {
  return readdirSync(new URL(folder, root), { ...options, encoding: 'utf8' })
}

function exists(url: URL): boolean {
  try {
    readFileSync(url)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR'
  }
}
