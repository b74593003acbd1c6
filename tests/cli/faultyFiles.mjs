/**
 * Makes one call of the file system fail, so that a test can see what a full disk does at any point of a run: preload
 * it with `--import`. `FAULTY_FILES=write:3:ENOSPC` fails the third write. Workers are left alone.
 */
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const [call, nth, code] = (process.env.FAULTY_FILES ?? '').split(':')
let left = Number(nth)

function failing(original) {
  return async function (...args) {
    left -= 1
    if (left === 0) throw Object.assign(new Error(`${code}: made to fail`), { code })
    return original.apply(this, args)
  }
}

if (process.send === undefined && call !== '') {
  if (call === 'write') {
    const { open } = promises
    promises.open = async (...args) => {
      const handle = await open(...args)
      if (args[1] !== 'r') for (const name of ['writeFile', 'appendFile']) handle[name] = failing(handle[name])
      return handle
    }
  } else {
    promises[call] = failing(promises[call])
  }
  syncBuiltinESMExports()
}
