/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** The column that a reference such as AB12 begins with, from 0; -1 where it begins with none. */
export function columnIn(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return column - 1
}

/** B5:C9 as rows from 1 and the column it begins with; null for what is no range. */
export function rangeIn(reference: string): { top: number; bottom: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(reference)
  if (!found) return null
  const [, column = '', top, bottom] = found
  return { top: Number(top), bottom: Number(bottom), column: columnIn(column) }
}
