import { ATTRIBUTES } from './attributes.ts'
import { BYTES } from './bytes.ts'
import { ENCODINGS } from './encodings.ts'
import { MARKUP } from './markup.ts'
import { METADATA } from './metadata.ts'
import { NESTING } from './nesting.ts'
import type { HostileCase } from './page.ts'

/** Every hostile page, by its family. Each is made of a count, so that the growth of time can be measured. */
export const FAMILIES: Readonly<Record<string, readonly HostileCase[]>> = {
  nesting: NESTING,
  attributes: ATTRIBUTES,
  markup: MARKUP,
  metadata: METADATA,
  bytes: BYTES,
  encodings: ENCODINGS,
}
