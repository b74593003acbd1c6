// One tool of `npm run bench:markdown` in a process of its own: converts pages when it is told to, and says what it cost.
//
//     node scripts/markdown/tool.js <tool>        with an IPC channel, see ../markdown.js
import { runBundled } from '../bundled.js'
import { TOOLS } from './tools.js'

const silent = () => {}
// Some tools report bad pages and style sheets on the console.
Object.assign(console, { log: silent, warn: silent, error: silent })

const convert = await TOOLS[process.argv[2]].load(runBundled)
process.on('message', async (pages) => process.send?.(await turn(pages)))
process.send?.({ ready: true })

/** @returns CPU time in seconds, garbage collection with it, and what each page became. */
async function turn(pages) {
  const results = []
  const before = process.cpuUsage()
  for (const page of pages) results.push(await convert(page))
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, results }
}
