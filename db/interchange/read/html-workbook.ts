import type { Row } from '../../../shared/interchange/table.ts'
import { mergeFill } from './merged-cells.ts'
import { brokenAfter, rowGatherer } from './row-gatherer.ts'
import type { Workbook } from './workbook.ts'

/** A page of HTML named .xls, as web programs of the 2000s “export to Excel”: all its tables, one under the other. */
export function openHtml(bytes: Uint8Array): Workbook {
  return { sheets: [{ name: '', isHidden: false }], rows: () => htmlRows(bytes) }
}

async function* htmlRows(bytes: Uint8Array): AsyncIterable<Row[]> {
  const merges = mergeFill()
  const gatherer = rowGatherer(merges)
  try {
    const { fromHtml } = await import('hucre')
    const page = textOf(bytes).replace(/<br\s*\/?>/gi, '\n')
    const sheet = fromHtml(page, { typeInference: false, classes: false })
    for (const { startRow, endRow, startCol } of sheet.merges ?? [])
      merges.add({ top: startRow + 1, bottom: endRow + 1, column: startCol })
    for (const [at, cells] of sheet.rows.entries()) {
      gatherer.begin(at + 1)
      for (const [column, value] of cells.entries())
        gatherer.cell(column, { text: value === null ? '' : withLetters(String(value)) })
      gatherer.end()
    }
  } catch (error) {
    yield [brokenAfter(gatherer.lastAt(), error instanceof Error ? error.message : String(error))]
    return
  }
  yield gatherer.take()
}

/** What is no UTF-8 is of the Western code page, and Vietnamese of the old fonts is read from that. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const marks: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
}

/** Named letters of HTML, which XML does not know: &agrave; is à. */
function withLetters(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replace(/&nbsp;/gi, ' ')
    .replace(/&([a-z])(grave|acute|circ|tilde|uml);/gi, (whole, letter: string, name: string) => {
      const mark = marks[name.toLowerCase()]
      return mark === undefined ? whole : (letter + mark).normalize('NFC')
    })
    .trim()
}
