import { lowerBound } from '../text/lowerBound.ts'
import data from './names.data.json' with { type: 'json' }

/** What a name stands for, `1`..`12`, `w1`..`w7`, `p1`..`p12`, `h1`..`h12`, and the languages in which it does. */
export type Meaning = readonly [key: string, languages: readonly string[]]

/** All meanings of a folded name; none where it is unknown. */
export function meaningsOf(name: string): readonly Meaning[] {
  const line = data[lowerBound(data, `${name}\t`)] ?? ''
  if (!line.startsWith(`${name}\t`)) return []
  return line
    .slice(name.length + 1)
    .split(';')
    .map((entry) => {
      const at = entry.indexOf('=')
      return [entry.slice(0, at), entry.slice(at + 1).split(' ')] as const
    })
}

/** Whether a folded text is a name or the start of one. */
export function startsName(text: string): boolean {
  return (data[lowerBound(data, text)] ?? '').startsWith(text)
}
