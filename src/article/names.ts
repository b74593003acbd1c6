import { isSmall } from '../text/letters.ts'
import { matchPhrase } from '../text/lexicon.ts'
import { isAgency } from './agencies.ts'
import { bare, isPlaceholder } from './fields.ts'
import { withoutLead } from './nameLeads.ts'

/** Between two names of a list. A comma also stands before a role: such parts are dropped later. */
const LIST_SIGNS = /\s{0,3}[,;|&·•、，；/／＆]\s{0,3}|\s[–—-]\s/u
/** `and` of the languages that write it between spaces. */
const AND = new Set(
  'and und et y e i и та й og och ja en dan ve va a és și si dhe & ir un in eta agus og और এবং و και'.split(' '),
)
/** Small words inside of names. */
const PARTICLES = new Set(
  'de del della di da dos das do du des van von vom zu zur zum der den het ter ten la le las los el al bin binti bint ibn abu abd ben ap af av st y e san santa o d dal dalla'.split(
    ' ',
  ),
)
const MAX_NAME_CHARS = 60
const MAX_NAME_WORDS = 6
/** Names in scripts without spaces. */
const UNSPACED = /^[\u3005\u3041-\u30ff\u3400-\u9fff가-힣·]{2,12}$/
/** Roles and desks. */
const ROLE_WORDS = new Set(
  `admin administrator editor editors editorial redaktion redaktionen redaksi redacción redaccion rédaction redazione redacao
  redação redakcja redakce редакция team staff desk newsroom webmaster guest contributor author authors writer reporter
  journalist correspondent journaliste redakteur redakteurin korrespondent volontär reporterin autor autorin auteur autore
  periodista giornalista wartawan penulis jurnalis редактор автор корреспондент director consultant manager founder
  cofounder co-founder ceo cto expert specialist professor officer president engineer analyst strategist historian economist
  coach therapist physician md phd editor-in-chief columnist producer`.split(/\s+/),
)
/** Words of buttons, labels and outlets: no person is called so. */
const LABEL_WORDS = new Set(
  `news online web website share tweet comments comment facebook twitter linkedin whatsapp email pinterest print subscribe
  newsletter follow photo photos foto image images getty video podcast live update updated published posted by read more min
  minutes minute menu search home login sign contact about privacy terms click here view all topics tags category categories
  blog select page pages post posts recent bio content edition article articles resources guides tips released strategy
  section company inc ltd llc gmbh media group university institute agency press times tribune magazine journal the this
  that your our its with for from how why what when where new best top guide free`.split(/\s+/),
)

/** Whether a word, in small letters, is one of buttons, labels, roles or outlets. */
export function isLabelWord(word: string): boolean {
  return LABEL_WORDS.has(word) || ROLE_WORDS.has(word)
}

/** The names of a list: `A, B und C` are three. Roles, places and addresses are taken off; what is no name is dropped. */
export function splitNames(text: string, isTrusted: boolean): string[] {
  const parts = withoutTail(text)
    .split(LIST_SIGNS)
    .filter((part, i) => i === 0 || !isRemark(part))
    .flatMap(splitAtAnd)
  const names = uniqueNames(
    parts.map(cleanName).filter((name) => (isTrusted ? isTrustedName(name) : isPersonName(name))),
  )
  // `Ines Corvale, Nairobi`: a single word beside full names is a place or an agency.
  const full = names.filter((name) => name.includes(' ') || !CASED.test(name))
  return full.length > 0 ? full : names
}

/** After a comma: a role, an outlet, or words that start small. */
function isRemark(part: string): boolean {
  const words = part.split(' ')
  if (isRoleLike(part) || words.some((word) => ROLE_WORDS.has(word.toLowerCase()))) return true
  return words.length > 1 && /^\p{Ll}/u.test(part) && !PARTICLES.has(words[0] ?? '')
}

/** Each name once, as it is first written. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = bare(name)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Whatever follows an address, a date or a full stop after a longer word is no name any more. */
function withoutTail(text: string): string {
  const clean = HAS_ASIDE.test(text) ? withoutAsides(text) : text
  const stop = /\p{L}{4}\.(?:\s|$)/u.exec(clean)
  const end = stop === null ? clean.length : stop.index + stop[0].trimEnd().length - 1
  // `John Smith 59 Comments`, and `Posted by Kristin on`: what stood before a date.
  return clean
    .slice(0, end)
    .replace(/\s\d{1,5}\s[^\s\d]+$/, '')
    .replace(/\s(?:on|at|in|am|um|le|el|il|del|den|på|op|pada|em|в|от)\s{0,2}$/iu, '')
}

/** A sign that each of the patterns below needs. */
const HAS_ASIDE = /[@<:([（［【]/

/** Without addresses and what stands in brackets. */
function withoutAsides(text: string): string {
  return text
    .replaceAll(/[\w.+-]{1,64}@[\w.-]{1,80}/g, ' ')
    .replaceAll(/<[^<>]{0,100}>/g, ' ')
    .replaceAll(/https?:\/\/\S{1,200}/g, ' ')
    .replaceAll(/\([^()]{0,80}\)/g, ' ')
    .replaceAll(/[（[［【][^（）()[\]［］【】]{0,40}[）\]］】]/g, ' ')
}

function splitAtAnd(text: string): string[] {
  const words = text.split(/\s+/)
  const parts: string[] = []
  let from = 0
  for (let i = 1; i < words.length - 1; i++) {
    if (!AND.has((words[i] as string).toLowerCase())) continue
    // `Ramón y Cajal`: single letters part only what has two words on both sides.
    const isShort = (words[i] as string).length === 1
    if (isShort && (i - from < 2 || words.length - i - 1 < 2)) continue
    parts.push(words.slice(from, i).join(' '))
    from = i + 1
  }
  parts.push(words.slice(from).join(' '))
  return parts
}

const CASED = /\p{Lu}/u

const EDGES = new Set(' \t\n-–—:,;|•·*"“”«»„()[]（）［］【】〔〕@\'‘’'.split(''))

/** Takes decoration off both ends; a full stop only off the start: `Jr.` ends with one. */
function trimName(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && (EDGES.has(text.charAt(from)) || text.charAt(from) === '.')) from++
  while (to > from && EDGES.has(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

/** Words before a name that are no part of it: `Von Neumann` and `De Vries` keep theirs. */
const BY = new Set('by von par por door oleh av af przez от від'.split(' '))

/** Takes a byline phrase and a role off a name. */
export function cleanName(text: string): string {
  const name = withoutRole(withoutLead(unglue(trimName(text.replaceAll(/\s+/g, ' ').slice(0, 200)))))
  const phrase = matchPhrase(name)
  if (phrase === null || !isRole(phrase.role)) return name
  if (phrase.whole) return ''
  const isByline =
    phrase.separated || phrase.phrase.includes(' ') || (BY.has(phrase.phrase) && phrase.rest.includes(' '))
  return isByline && phrase.rest !== '' ? trimName(phrase.rest) : name
}

/** `Imke Rathgeber Landespolitische Korrespondentin`, `Arno Feldkamp Arno Feldkamp` */
function withoutRole(name: string): string {
  const words = name.split(' ')
  const half = words.length / 2
  if (words.length >= 4 && words.slice(0, half).join(' ') === words.slice(half).join(' '))
    return words.slice(0, half).join(' ')
  if (words.length < 3) return name
  const last = matchPhrase(words.at(-1) as string)
  const isRoleWord = last?.whole === true && (last.role === 'reporter' || last.role === 'editor')
  return isRoleWord ? words.slice(0, Math.max(2, words.length - 2)).join(' ') : name
}

/** `ExnerKorrespondent`, `MillsPublished`, `byAnna Berg`: two elements of a page without a space between. */
function unglue(glue: string): string {
  const name = glue.replace(/^(?:by|von|par|por|oleh)(?=\p{Lu}\p{Ll})/u, '')
  const glued = /\p{Ll}(?=\p{Lu}\p{Ll}{3,20}$)/u.exec(name)
  if (glued === null) return name
  const at = glued.index + 1
  return matchPhrase(name.slice(at))?.whole === true ? name.slice(0, at) : name
}

function isRole(role: string): boolean {
  return (
    role === 'byline' || role === 'reporter' || role === 'editor' || role === 'translator' || role === 'photographer'
  )
}

/** Whether a text ends in a word for a role, a desk or an outlet. */
export function isRoleLike(text: string): boolean {
  const last = text.trim().split(/\s+/).at(-1) ?? ''
  return isLabelWord(last.toLowerCase()) || isRole(matchPhrase(last)?.role ?? '')
}

/** A name where the page says that it is one: also mononyms, lower case, organisations. */
export function isTrustedName(name: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME_CHARS || isPlaceholder(name)) return false
  if (!/\p{L}/u.test(name) || /^\d|\d{3}|[<>{}=#]|https?:|www\./iu.test(name)) return false
  // What is left of `Posted in` or `von der Redaktion`.
  if (/^(?:in|on|at|im|am|um|of|to|the|der|die|das|von|by)$/i.test(name)) return false
  if (/^(?:admin|administrator|author|editor|staff|unknown|anonymous author|webmaster|root|user|guest)$/i.test(name))
    return false
  const words = name.split(' ')
  if (words.length > MAX_NAME_WORDS + 2) return false
  // A role or another remark: all small in a script that has capitals.
  return words.length === 1 || !isSmall(name)
}

/** Whether a text may hold what `isPersonName` takes for a name: in ASCII that has two capitals, or apostrophes for them. */
export function mayNamePerson(text: string): boolean {
  let capitals = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return true
    if (((code >= 65 && code <= 90) || code === 39) && ++capitals > 1) return true
  }
  return false
}

/** A name of a person by its form alone: two to five capitalised words, or a short run of a script without spaces. */
export function isPersonName(name: string): boolean {
  if (name.length > MAX_NAME_CHARS || /[\d:!?@#%&"“”«»()/\\|+=<>]/u.test(name)) return false
  if (UNSPACED.test(name)) return name.length <= 5 && /[\u3400-\u9fff가-힣]/.test(name)
  const words = name.split(' ')
  if (words.length < 2 || words.length > MAX_NAME_WORDS || isAgency(name) || !CASED.test(name)) return false
  if (words.some((word) => isLabelWord(word.toLowerCase().replace(/[.,]$/, '')))) return false
  const capitals = words.filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}'’‘]/u.test(word))
  if (capitals.length < 2 || !words.every((word) => capitals.includes(word) || PARTICLES.has(word))) return false
  return words.every((word) => /^[\p{L}\p{M}.'’‘-]+,?$/u.test(word)) && /\p{L}{2}/u.test(words.at(-1) ?? '')
}
