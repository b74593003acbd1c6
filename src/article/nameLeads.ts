/** Kinds of text before who wrote it, and kinds of pictures before whom they show, each with the words that follow. */
const LEADS: readonly { readonly kinds: ReadonlySet<string>; readonly links: ReadonlySet<string> }[] = [
  {
    kinds: words(`kommentar gastbeitrag analyse essay kolumne reportage porträt rezension text bericht protokoll glosse
    interview opinion analysis story words review commentary column report article post photo photos illustration
    illustrations`),
    links: words('von by par por di'),
  },
  { kinds: words('picture photo image portrait avatar'), links: words('of for') },
  { kinds: words('photo foto'), links: words('de di van von') },
]
/** Words before a kind: `Ein Kommentar von`, `Profile picture of`. */
const BEFORE = words('ein eine a an guest profile')
/** German words for portraits are compounds: `Profilbild von`. */
const PORTRAIT = /^(?:profil|autoren|porträt|portrait)/
const JAPANESE_PICTURE = /\s?の写真$/

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/** Takes off what a line says of a person before the name: `Kommentar von`, `Interview by`, `Profile photo for`. */
export function withoutLead(name: string): string {
  const parts = name.split(' ')
  const small = parts.slice(0, 4).map((part) => part.toLowerCase())
  const length = leadLength(small)
  const rest = length === 0 || length >= parts.length ? name : parts.slice(length).join(' ')
  return rest.endsWith('の写真') ? rest.replace(JAPANESE_PICTURE, '') : rest
}

/** In words. */
function leadLength(small: readonly string[]): number {
  const at = BEFORE.has(small[0] ?? '') ? 1 : 0
  const [kind = '', link = ''] = small.slice(at)
  if (LEADS.some(({ kinds, links }) => kinds.has(kind) && links.has(link))) return at + 2
  if (link === 'von' && PORTRAIT.test(kind)) return at + 2
  return small[0] === 'avatar' ? 1 : 0
}
