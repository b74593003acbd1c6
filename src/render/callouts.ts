import type { BlockContent, Blockquote, Html, PhrasingContent } from 'mdast'
import type { Callout } from '../types.ts'

const TITLE_END = /[\s:!]{1,3}$/

/**
 * A quotation with the kind in its first line, as GitHub, GitLab and Obsidian read it. They write the kind as a title:
 * a title of the page that is the same word is left out, any other one stays.
 */
export function toCallout(kind: Callout, content: readonly BlockContent[]): Blockquote[] {
  const [first, ...rest] = content
  const shown = first !== undefined && isTitle(first, kind) ? rest : content
  const [opening, ...others] = shown
  if (opening === undefined) return []
  const marker = (end: string): Html => ({ type: 'html', value: `[!${kind.toUpperCase()}]${end}` })
  const children: BlockContent[] =
    opening.type === 'paragraph'
      ? [{ type: 'paragraph', children: [marker('\n'), ...withoutLead(opening.children, kind)] }, ...others]
      : [{ type: 'paragraph', children: [marker('')] }, ...shown]
  return [{ type: 'blockquote', children }]
}

/** Without the word in bold, set off by a colon or a line of its own, that a paragraph starts with: `Note:`. */
function withoutLead(children: readonly PhrasingContent[], kind: Callout): PhrasingContent[] {
  const [first, second, ...rest] = children
  const lead = first === undefined ? '' : textOf([first])
  if (first?.type !== 'strong' || second === undefined || !isTitleText(lead, kind)) return [...children]
  if (second.type === 'break') return rest
  if (second.type !== 'text') return [...children]
  const isSetOff = lead.trimEnd().endsWith(':') || second.value.startsWith(':')
  const value = second.value.replace(/^[:\s]{1,3}/, '')
  return isSetOff ? [...(value === '' ? [] : [{ ...second, value }]), ...rest] : [...children]
}

function isTitle(block: BlockContent, kind: Callout): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading') return false
  return isTitleText(textOf(block.children), kind)
}

function isTitleText(text: string, kind: Callout): boolean {
  return text.toLowerCase().replace(TITLE_END, '') === kind
}

/** The text of a line without anything but emphasis in it; '' for others. */
function textOf(children: readonly PhrasingContent[]): string {
  const [only, second] = children
  if (only === undefined || second !== undefined) return ''
  if (only.type === 'text') return only.value
  return only.type === 'strong' || only.type === 'emphasis' ? textOf(only.children) : ''
}
