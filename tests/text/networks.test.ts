import { expect, test } from 'vitest'
import { namesNetworks } from '../../src/text/networks.ts'

test.each([
  ['Facebook', true],
  ['Facebook | Twitter | WhatsApp', true],
  ['فيسبوك', true],
  ['फेसबुक', true],
  ['微信', true],
  ['Facebook sued by France', false],
  ['on', false],
  ['', false],
])('%s', (line, expected) => expect(namesNetworks(line)).toBe(expected))
