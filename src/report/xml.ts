/** What XML 1.0 can't hold in any writing: controls, halves of pairs, the last two of the plane. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** C1 controls are allowed, and mean nothing to a reader but trouble on a terminal; so do changes of direction. */
const UNWANTED = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const SPECIAL = /[&<>"'\t\n\r]/g

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // In an attribute they would be read as spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text of a page as the content or an attribute of an element; what XML can't hold is dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(NO_XML, '')
    .replace(UNWANTED, '')
    .replace(SPECIAL, (character) => ESCAPES[character] ?? '')
}
