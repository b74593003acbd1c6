import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The tests of the command run what is published, not the sources. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.js', import.meta.url)), '--js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
