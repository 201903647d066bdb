const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that begin and end a line of their own (HTML Standard, rendering; with buttons and options besides). */
const BLOCK_TAGS = set(
  'address article aside audio blockquote body button canvas caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ' +
    'object ol optgroup option p picture pre search section select summary table tbody td textarea tfoot th thead tr ul video',
)

/** Elements without content or end tag. */
const VOID_TAGS = set(
  'area base basefont bgsound br col command embed frame hr img input isindex keygen link meta param source track wbr',
)

/** Elements whose content a browser with scripts on does not show. */
const UNSEEN_TAGS = set(
  'script style template noscript noembed noframes iframe object audio video canvas datalist head title param rp math',
)

/** Elements whose text is taken as written: no character references, no tags but their own end. */
const LITERAL_TAGS = set('script style xmp iframe noembed noframes plaintext')

/** Children of an svg that are not drawn. */
const UNSEEN_SVG_TAGS = set('title desc metadata defs symbol style script')

/** Elements that may stand in the head; any other ends it. */
const HEAD_TAGS = set('base basefont bgsound link meta title script style noscript template noframes')

/** Start tags that end an open paragraph (HTML Standard, 13.2.6.4.7). */
const ENDS_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul',
)

/** End tags other than a table's own do not reach past these. */
export const SCOPE_TAGS = set('td th caption button object template marquee')

const TABLE_TAGS = set('table thead tbody tfoot tr td th caption')

/** What an opening tag closes, and the elements past which it does not look. */
const CLOSES: ReadonlyMap<string, { readonly names: ReadonlySet<string>; readonly until: ReadonlySet<string> }> =
  new Map([
    ['li', { names: set('li'), until: set('ul ol menu dir table') }],
    ['dd', { names: set('dd dt'), until: set('dl table') }],
    ['dt', { names: set('dd dt'), until: set('dl table') }],
    ['option', { names: set('option'), until: set('select datalist') }],
    ['optgroup', { names: set('option optgroup'), until: set('select datalist') }],
    ['tr', { names: set('tr td th'), until: set('table') }],
    ['td', { names: set('td th'), until: set('table tr') }],
    ['th', { names: set('td th'), until: set('table tr') }],
    ['thead', { names: set('thead tbody tfoot tr td th caption'), until: set('table') }],
    ['tbody', { names: set('thead tbody tfoot tr td th caption'), until: set('table') }],
    ['tfoot', { names: set('thead tbody tfoot tr td th caption'), until: set('table') }],
    ['a', { names: set('a'), until: set('table td th') }],
    ['button', { names: set('button'), until: set('table td th') }],
    ['select', { names: set('select'), until: set('table td th') }],
  ])

/** What an element's name means to the tree, and how many of the name are open: each page has its own. */
export interface Tag {
  /** In lower case. */
  readonly name: string
  readonly isVoid: boolean
  /** Its content is not shown, ever or within an svg. */
  readonly unseen: boolean
  readonly unseenInSvg: boolean
  readonly literal: boolean
  /** It begins and ends a line of its own. */
  readonly breaks: boolean
  readonly inHead: boolean
  readonly endsParagraph: boolean
  readonly isHeading: boolean
  readonly isTable: boolean
  readonly isScope: boolean
  readonly closes: { readonly names: ReadonlySet<string>; readonly until: ReadonlySet<string> } | undefined
  open: number
  /** Elements of the name that stand deeper than the tree goes, their end tags still to come. */
  unpushed: number
}

/** The tag of a name in lower case, none of it open. */
export const tagOf = (name: string): Tag => ({
  name,
  isVoid: VOID_TAGS.has(name),
  unseen: UNSEEN_TAGS.has(name),
  unseenInSvg: UNSEEN_SVG_TAGS.has(name),
  literal: LITERAL_TAGS.has(name),
  breaks: BLOCK_TAGS.has(name) || name.includes('-'),
  inHead: HEAD_TAGS.has(name),
  endsParagraph: ENDS_PARAGRAPH.has(name),
  isHeading: /^h[1-6]$/.test(name),
  isTable: TABLE_TAGS.has(name),
  isScope: SCOPE_TAGS.has(name),
  closes: CLOSES.get(name),
  open: 0,
  unpushed: 0,
})
