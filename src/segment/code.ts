import type { Element } from 'domhandler'
import { classNames, isElement, nodesInside, rawText } from './elements.ts'
import { BLOCK } from './tags.ts'

/** What highlighters, editors and site generators write before a language: `lang-js`, `highlight-source-shell`. */
const PREFIXED =
  /^(?:lang(?:uage)?|highlight-source|highlight-text|highlight|src|brush|code|syntax)[-:]([\w+#.-]{1,20})$/i
/** SyntaxHighlighter's words are parted by a colon and perhaps a space: `brush: php; toolbar: false`. */
const BRUSH = /\bbrush:\s?([\w+#-]{1,20})/i
/** Names beside which a bare language stands: `hljs python`, `sourceCode r`, `highlight ruby`. */
const BESIDE_LANGUAGE =
  /^(?:hljs|sourcecode|highlight|prettyprint|chroma|src|code|codehilite|syntaxhighlighter|crayon)$/i
/** Where themes and editors tell the language by itself. */
const LANGUAGE_DATA = ['data-lang', 'data-language', 'data-enlighter-language'] as const
/** What says that there is none. */
const NO_LANGUAGE = new Set(
  'none plain plaintext text txt default auto undefined unknown nohighlight raw generic'.split(' '),
)
/** Languages that stand bare in a class, or in the name of an element further out, where much else stands as well. */
const LANGUAGES = new Set(
  (
    'bash sh shell zsh console powershell batch c cpp c++ cc csharp cs c# objc objective-c d dart go golang rust rs swift ' +
    'kotlin kt java scala groovy clojure clj javascript js jsx mjs typescript ts tsx json json5 jsonc coffeescript ' +
    'html htm xml svg xhtml css scss sass less stylus php python py python3 pycon ruby rb erb perl pl lua r julia matlab ' +
    'octave haskell hs ocaml fsharp f# elixir ex erlang erl elm lisp scheme racket prolog sql mysql pgsql plsql graphql ' +
    'yaml yml toml ini conf properties dockerfile docker makefile make cmake nginx apache diff patch markdown md latex ' +
    'tex asm nasm wasm vb vbnet basic pascal delphi fortran cobol ada vhdl verilog solidity zig nim crystal v vim terraform ' +
    'hcl protobuf proto http regex awk sed applescript actionscript liquid twig handlebars jinja vue svelte astro'
  ).split(' '),
)
/** Elements between the code and the one that names its language: hexo has six, of a figure with a table. */
const MAX_STEPS_UP = 6
/** Further out there is prose. */
const PROSE = new Set('article main section body html li blockquote'.split(' '))

/** The language that an element names for the code in it, as it writes it; '' for none. */
export function codeLanguage(element: Element): string {
  for (const name of LANGUAGE_DATA) {
    const value = element.attribs[name]?.trim() ?? ''
    if (/^[\w+#.-]{1,20}$/.test(value)) return known(value)
  }
  const names = classNames(element)
  for (const name of names) {
    const found = PREFIXED.exec(name)?.[1]
    if (found !== undefined && (!/^(?:highlight|code|syntax|src)-/i.test(name) || isLanguage(found) || isSource(name)))
      return known(found)
  }
  const brush = BRUSH.exec(element.attribs.class ?? '')?.[1]
  if (brush !== undefined) return known(brush)
  return names.some((name) => BESIDE_LANGUAGE.test(name)) ? (names.find(isLanguage) ?? '') : ''
}

/** The language that the elements around `pre` name, the nearest first. */
export function languageAround(pre: Element): string {
  let around = pre.parent
  for (let step = 0; step < MAX_STEPS_UP && around !== null && isElement(around as Element); step++) {
    const element = around as Element
    if (PROSE.has(element.name)) return ''
    const language = codeLanguage(element)
    if (isLanguage(language) || (language !== '' && classNames(element).some(isSource))) return language
    around = element.parent
  }
  return ''
}

function known(language: string): string {
  return NO_LANGUAGE.has(language.toLowerCase()) ? '' : language
}

function isLanguage(name: string): boolean {
  return LANGUAGES.has(name.toLowerCase())
}

/** GitHub's names say whatever the language is called. */
function isSource(name: string): boolean {
  return /^highlight-(?:source|text)-/i.test(name)
}

const PRE = new Set(['pre', 'listing', 'xmp'])
const PRE_STYLE = /white-space:\s{0,4}pre(?:-wrap)?\s{0,4}(?:;|$)/i

/** Whether white space counts in an element that starts here: `pre`, or code of several lines that is styled so. */
export function isPreformatted(element: Element): boolean {
  if (PRE.has(element.name)) return true
  const { style } = element.attribs
  return element.name === 'code' && style !== undefined && PRE_STYLE.test(style) && rawText(element).includes('\n')
}

const LINE_NUMBERS =
  /(?:^|[\s_-])(?:line-?num(?:ber)?s?|linenos?|linenum|lnt|lntd|ln|gutter|blob-num|ln-numbers)(?:[\s_-]|$)/i

/**
 * Whether an element holds the line numbers of code and nothing else. They are left out like the numbers of a list:
 * browsers do not copy them either.
 */
export function isLineNumbers(element: Element): boolean {
  if (element.attribs.class === undefined || !LINE_NUMBERS.test(element.attribs.class)) return false
  for (const node of nodesInside(element)) if (node.type === 'text' && /[^\d\s]/.test(node.data)) return false
  return true
}

const COPY = /(?:^|[\s_-])(?:copy|clipboard|copybtn|copycode)(?:[\s_-]|$)/i

/** Whether an element inside of code is its copy button. */
export function isCopyButton({ attribs }: Element): boolean {
  return COPY.test(attribs.class ?? '') || attribs['data-clipboard-text'] !== undefined
}

/** Elements that hold a line of code each, or the lines. */
const LINES = new Set('div ol ul li code'.split(' '))

/**
 * Whether the blocks inside of `pre` are lines of code. Pages that leave a `pre` open have headings, paragraphs and
 * forms in it: there each block stays one.
 */
export function hasLines(pre: Element): boolean {
  let found = false
  for (const node of nodesInside(pre)) {
    if (!isElement(node) || !BLOCK.has(node.name) || node.name === 'button') continue
    if (!LINES.has(node.name)) return false
    found = true
  }
  return found
}
