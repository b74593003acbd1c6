import type { BrotliDecompress, Inflate, InflateRaw } from 'node:zlib'

/** `done`: the data say that they end here; `full`: they give more than they may. */
export type PumpState = 'more' | 'done' | 'failed' | 'full'

/** What one slice gave. */
export interface Step {
  readonly output: readonly Buffer[]
  readonly state: PumpState
  /** Bytes of the slice that belong to the compressed data. */
  readonly taken: number
}

export interface Pump {
  write(slice: Uint8Array): Promise<Step>
  /** No more data: what was cut off gives `failed`. */
  end(): Promise<Step>
}

/**
 * One slice in, its output back: zlib's stream as a plain call.
 *
 * @param limitBytes The most output that is made of all slices together, to within one piece of it.
 */
export function pumpOf(engine: InflateRaw | Inflate | BrotliDecompress, limitBytes = Number.POSITIVE_INFINITY): Pump {
  let output: Buffer[] = []
  let size = 0
  let settle: (state: PumpState) => void = () => undefined
  engine.on('data', (piece: Buffer) => {
    output.push(piece)
    size += piece.length
    if (size <= limitBytes) return
    // A slice of a few kilobytes may be a bomb of gigabytes.
    engine.destroy()
    settle('full')
  })
  engine.on('end', () => settle('done'))
  engine.on('error', () => settle('failed'))

  const run = async (start: () => void): Promise<Step> => {
    output = []
    const before = engine.bytesWritten
    const state = await new Promise<PumpState>((resolve) => {
      settle = resolve
      start()
    })
    return { output, state, taken: engine.bytesWritten - before }
  }
  return {
    write: (slice) => run(() => engine.write(slice, () => settle('more'))),
    end: () => run(() => engine.end()),
  }
}
