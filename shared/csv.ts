export type CsvCell = string | number | null

/** A byte-order mark, without which Excel takes Vietnamese for another encoding. */
export const csvBegin = '\u{FEFF}'

/** One line of a list as every list here is written: commas, quotes where needed, CRLF. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = guarded(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const formula = /^'*[=+\-@\t\r]/
const figure = /^[+-]?[\d.,  ]+%?$/

/**
 * What begins like a formula, Excel would work out and might carry out: an apostrophe makes it a text. One more goes
 * before those that stand there already, so that reading gives back exactly what was written.
 */
function guarded(text: string): string {
  return formula.test(text) && !figure.test(text) ? `'${text}` : text
}

/** The text of a cell that was guarded, by us or by whoever typed the apostrophe that Excel hides. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}
