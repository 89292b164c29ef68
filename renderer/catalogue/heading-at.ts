/** Where a heading box is being typed in: the heading under the caret, between two "; ". */
export function headingAt(text: string, caret: number): { from: number; to: number; heading: string } {
  const from = text.lastIndexOf(';', caret - 1) + 1
  const next = text.indexOf(';', caret)
  const to = next < 0 ? text.length : next
  return { from, to, heading: text.slice(from, to).trim() }
}

/** The box with the heading under the caret replaced; the others stay as they are. */
export function withHeadingAt(text: string, caret: number, heading: string): string {
  const { from, to } = headingAt(text, caret)
  return `${text.slice(0, from)}${from > 0 ? ' ' : ''}${heading}${text.slice(to)}`
}
