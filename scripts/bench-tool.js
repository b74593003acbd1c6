// One tool of the benchmark in a process of its own: it takes turns when it is told to, and says what they cost.
//
//     node scripts/bench-tool.js <folder of pages> <tool>        with an IPC channel, see bench.js
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '', name = ''] = process.argv.slice(2)
const OURS = 'clean-article'
const silent = () => {}
// Some tools report bad pages and style sheets on the console.
Object.assign(console, { log: silent, warn: silent, error: silent })

const tool = await load()
process.on('message', async (names) =>
  process.send?.(await turn(names.map((file) => readFileSync(join(folder, file), 'utf8')))),
)
process.send?.({ ready: true })

async function load() {
  if (name !== OURS) return (await import('./peers/tools.js')).PEERS[name]
  const { cleanArticle } = await import('../dist/index.js')
  return (html) => cleanArticle(html, { format: 'html' })
}

/** @returns CPU time in seconds, garbage collection with it, and the number of pages that were thrown at. */
async function turn(pages) {
  let failed = 0
  const before = process.cpuUsage()
  for (const page of pages) {
    try {
      JSON.stringify(await tool(page))
    } catch {
      failed++
    }
  }
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, failed }
}
