/**
 * How tables are written: `auto` is GFM, and HTML for those that GFM cannot tell; of `none` each cell is a paragraph of
 * its own.
 */
export type TableStyle = 'gfm' | 'html' | 'auto' | 'none'

export type FrontMatterStyle = 'yaml' | 'none'

/** What a reader of the Markdown wants of it. None of these changes the text. */
export interface RenderSettings {
  readonly tables: TableStyle
  /** Whether pictures are written; without them their captions stay. */
  readonly images: boolean
  /** Whether links are written; without them their text stays. References to notes are no links. */
  readonly links: boolean
  /** Of whole files; a body has none. */
  readonly frontMatter: FrontMatterStyle
}

export const RENDER_DEFAULTS: RenderSettings = { tables: 'auto', images: true, links: true, frontMatter: 'yaml' }

/** Settings as far as somebody gave them; what is undefined is left open. */
export type RenderWishes = { readonly [Name in keyof RenderSettings]?: RenderSettings[Name] | undefined }

/** The defaults for all that is left open. */
export function completeSettings(wishes: RenderWishes): RenderSettings {
  return {
    tables: wishes.tables ?? RENDER_DEFAULTS.tables,
    images: wishes.images ?? RENDER_DEFAULTS.images,
    links: wishes.links ?? RENDER_DEFAULTS.links,
    frontMatter: wishes.frontMatter ?? RENDER_DEFAULTS.frontMatter,
  }
}
