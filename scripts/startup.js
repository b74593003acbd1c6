// Measures what the whole process costs, as a ratio of the CPU time of `node -e 0` in the same run.
//
//     npm run bench:startup              21 rounds
//     npm run bench:startup -- 51
//
// The commands take turns, so that a machine that slows down slows all of them; medians are compared. CPU time, user and
// system, is what the shell's `times` says of its children, so this needs a POSIX shell.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'bin', 'clean-article.js')
const page = join(root, 'fixtures', 'id-pasar-text', 'input.txt')
const html = join(root, 'fixtures', 'id-jembatan-html', 'input.html')

const SHELL = spawnSync('bash', ['-c', 'exit 0']).status === 0 ? 'bash' : 'sh'

/** The first one is the base. */
const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'clean-article --help': [bin, '--help'],
  'clean-article page.txt': [bin, page],
  'clean-article page.txt -f json': [bin, page, '-f', 'json'],
  'clean-article page.html': [bin, html],
}

const rounds = Number(process.argv[2] ?? 21)
const names = Object.keys(COMMANDS)
const samples = new Map(names.map((name) => [name, []]))
for (let round = 0; round < rounds + 1; round++) {
  for (const name of names) {
    const milliseconds = cpuOf(COMMANDS[name])
    if (round > 0) samples.get(name).push(milliseconds)
  }
}
const base = median(samples.get(names[0]))
console.log(`| command | CPU, median of ${rounds} | ratio |`)
console.log('| --- | ---: | ---: |')
for (const name of names) {
  const value = median(samples.get(name))
  console.log(`| \`${name}\` | ${value.toFixed(0)} ms | ${(value / base).toFixed(2)} |`)
}

/** User and system time of a run, in milliseconds. */
function cpuOf(args) {
  // bash counts in milliseconds, plain shells often in hundredths of a second.
  const { stdout, status } = spawnSync(SHELL, [
    '-c',
    '"$@" >/dev/null 2>&1 </dev/null; times',
    'sh',
    process.execPath,
    ...args,
  ])
  if (status !== 0) throw new Error('Expected a POSIX shell with `times`, not: none')
  const line = stdout.toString().trim().split('\n').at(-1)
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + (minutes * 60 + Number(seconds)) * 1000,
    0,
  )
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
