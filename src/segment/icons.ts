import type { Element } from 'domhandler'

/** Fonts that draw the name of a picture as the picture: `<i class="material-icons">keyboard_arrow_right</i>`. */
const ICON_FONT = /(?:^|\s)material-(?:icons|symbols)/

/** Whether the text of an element is the name of an icon, which no reader sees. */
export function isIconName({ attribs }: Element): boolean {
  return attribs.class !== undefined && ICON_FONT.test(attribs.class)
}
