/** Tables about HTML elements, after the HTML standard's categories. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** Elements that browsers lay out as blocks: their borders end a paragraph. */
export const BLOCK = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noscript ol ' +
    'optgroup option p plaintext pre search section select summary table tbody td template textarea tfoot th thead tr ' +
    'ul xmp',
)

/** Never shown, and not text of the page. The title is read as a hint. */
export const INVISIBLE = set(
  'script style head meta link title base object embed iframe frame audio video canvas map param source track annotation ' +
    'annotation-xml',
)

/** Only these may stand in `head`; anything else opens the body. */
export const HEAD_ONLY = set('base basefont bgsound link meta title script style noscript template')

/** Elements that an end tag of another element does not reach across. */
export const SCOPE = set('table td th caption template object marquee html')

/** End tags that close what is open inside them, blocks included. All others stop at a block-level element. */
export const CROSSES_BLOCKS = set('a')

export const CONTROL = set('button select option optgroup textarea')

interface ImpliedEnd {
  /** Open elements that the start tag closes. */
  readonly closes: ReadonlySet<string>
  /** Where the search for them ends. */
  readonly stops: ReadonlySet<string>
}

const LIST_STOPS = set('ul ol menu dir table td th body section article main blockquote')
const DL_STOPS = set('dl table td th body section article main')
const TABLE_STOPS = set('table template body')
const P_STARTERS =
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
  'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul'

/** Start tags that end what was left open before them: `<li>` ends the `<li>` before it. */
export const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map([
  ...P_STARTERS.split(' ').map((name): [string, ImpliedEnd] => [name, { closes: set('p'), stops: BLOCK }]),
  ['li', { closes: set('li'), stops: LIST_STOPS }],
  ['dt', { closes: set('dt dd'), stops: DL_STOPS }],
  ['dd', { closes: set('dt dd'), stops: DL_STOPS }],
  ['tr', { closes: set('tr'), stops: TABLE_STOPS }],
  ['td', { closes: set('td th'), stops: set('tr table template body') }],
  ['th', { closes: set('td th'), stops: set('tr table template body') }],
  ['tbody', { closes: set('tbody thead tfoot'), stops: TABLE_STOPS }],
  ['thead', { closes: set('tbody thead tfoot'), stops: TABLE_STOPS }],
  ['tfoot', { closes: set('tbody thead tfoot'), stops: TABLE_STOPS }],
  ['option', { closes: set('option'), stops: set('select optgroup datalist body') }],
  ['optgroup', { closes: set('optgroup'), stops: set('select body') }],
  ['a', { closes: set('a'), stops: BLOCK }],
  ['button', { closes: set('button'), stops: set('body form section article') }],
])
