/** Whether a text starts in a script that is written without spaces, so that its lines are joined without one. */
export function isUnspacedText(text: string): boolean {
  const code = text.charCodeAt(0)
  return (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0x0e00 && code <= 0x0eff) || (code >= 0xff00 && code <= 0xffef)
}
