/** Ways to write the vocabulary of a property, and the one that names are looked up by. */
const PREFIXES: Readonly<Record<string, string>> = {
  dc: 'dc.',
  dce: 'dc.',
  dct: 'dcterms.',
  dcterms: 'dcterms.',
  schema: '',
  'http://schema.org/': '',
  'https://schema.org/': '',
  'http://purl.org/dc/elements/1.1/': 'dc.',
  'http://purl.org/dc/terms/': 'dcterms.',
}
const PREFIX = /^(?:https?:\/\/[^\s#]{1,60}\/|[a-z]{2,10}(?=[:.]))/

/** A name of metadata in lower case, whatever way its vocabulary is written: `DCTERMS:created` is `dcterms.created`. */
export function plainName(name: string): string {
  const lower = name.trim().toLowerCase()
  const prefix = PREFIX.exec(lower)?.[0] ?? ''
  const plain = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined
  return plain === undefined ? lower : plain + lower.slice(prefix.length).replace(/^[:.]/, '')
}

/** The properties that an element is marked with, by microdata or RDFa: `dc:date dc:created` are two. */
export function plainNames(properties: string | undefined): string[] {
  return (properties ?? '')
    .split(/\s+/)
    .filter((name) => name !== '')
    .map(plainName)
}
