/**
 * Build what is published: three entries that share their chunks, declarations, the schema and the licences of what
 * was bundled. Everything is bundled, so that the package needs nothing at run time and starts fast.
 *
 *     node scripts/build.js            all
 *     node scripts/build.js --js       only what runs (tests)
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** CommonJS dependencies ask for Node's modules by `require`, which modules do not have. */
const REQUIRE_BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** The option parser can start programs, which is not used here: loading Node's module for it costs 7 ms of CPU. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes('commander') ? { path, namespace: 'empty' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * The Markdown writer decodes character references in link definitions, which we never write: leaving the table of the
 * 2,231 entities out saves a third of its bytes and 10 ms of CPU at start.
 */
const withoutEntityTable = {
  name: 'without-entity-table',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^micromark-util-decode-string$/ }, ({ path }) => ({ path, namespace: 'identity' }))
    onLoad({ filter: /.*/, namespace: 'identity' }, () => ({
      contents: 'export const decodeString = (value) => value',
    }))
  },
}

/**
 * Tables as strings of JSON: parsing a string is several times as fast as evaluating an object literal, which is half of
 * what a text page pays for the learned model.
 */
const dataAsStrings = {
  name: 'data-as-strings',
  setup({ onLoad }) {
    onLoad({ filter: /\.data\.json$/ }, ({ path }) => {
      const data = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      return { contents: `export default JSON.parse(${JSON.stringify(data)})`, loader: 'js' }
    })
  },
}

/** What the build is made of, the models and the packages included, by which caches know it. */
function sourceHash() {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of [...sources, join(root, 'package.json'), join(root, 'package-lock.json')]) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', worker: 'src/batch/worker.ts', index: 'src/index.ts' },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // Names in stack traces of bug reports are worth their few bytes.
    keepNames: false,
    chunkNames: 'chunks/[name]-[hash]',
    define: { CLEAN_ARTICLE_VERSION: JSON.stringify(version), CLEAN_ARTICLE_BUILD: JSON.stringify(sourceHash()) },
    banner: { js: REQUIRE_BANNER },
    legalComments: 'none',
    plugins: [withoutChildProcesses, withoutEntityTable, dataAsStrings],
    metafile: true,
    write: false,
  })
  // Entries last: a process that starts meanwhile finds every chunk that its entry asks for.
  const files = outputFiles.toSorted((a, b) => Number(b.path.includes('chunks')) - Number(a.path.includes('chunks')))
  mkdirSync(join(dist, 'chunks'), { recursive: true })
  for (const { path, contents } of files) writeFileSync(path, contents)
  const current = new Set(files.map(({ path }) => path))
  for (const name of readdirSync(join(dist, 'chunks'))) {
    const path = join(dist, 'chunks', name)
    if (!current.has(path)) rmSync(path)
  }
  return metafile
}

/** The text of every bundled package's licence. */
function writeLicences(metafile) {
  const packages = new Set()
  for (const input of Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (found !== null) packages.add(found[1])
  }
  const parts = [...packages].sort().map((folder) => {
    const {
      name,
      version: packageVersion,
      license,
    } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(root, folder, file), 'utf8').trim()
    return `${name} ${packageVersion} (${license})\n\n${text}\n`
  })
  const head = 'The files of this folder contain code of these packages:\n'
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`))
}

/** Declarations of the public entry, and of nothing that it does not need. */
function writeTypes() {
  const types = join(dist, 'types')
  rmSync(types, { recursive: true, force: true })
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })

  const needed = new Set()
  const queue = [join(types, 'index.d.ts')]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (needed.has(path)) continue
    needed.add(path)
    const source = readFileSync(path, 'utf8').replace(/(['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
    writeFileSync(path, source)
    for (const [, specifier] of source.matchAll(/['"](\.[^'"]*)\.js['"]/g)) {
      queue.push(join(dirname(path), `${specifier}.d.ts`))
    }
  }
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !needed.has(path)) rmSync(path)
  }
}

/** Published beside the code, where the manifest says. */
const SCHEMAS = ['src/render/article.schema.json', 'src/cli/config/clean-article.config.schema.json']

/** The whole build; tests need only what runs. */
async function buildPackage({ onlyJavaScript = false } = {}) {
  const metafile = await bundle()
  for (const schema of SCHEMAS) copyFileSync(join(root, schema), join(dist, basename(schema)))
  if (onlyJavaScript) return
  writeLicences(metafile)
  writeTypes()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildPackage({ onlyJavaScript: process.argv.includes('--js') })
  const size = readdirSync(join(dist, 'chunks')).length
  console.log(`${relative(process.cwd(), dist) || '.'}: 3 entries, ${size} chunks`)
}
