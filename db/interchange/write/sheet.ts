import type { ExportWriter, Piece } from '../../standards/index.ts'
import { rowsOf, type Column } from './list.ts'
import { escaped, xmlDeclaration } from '../../xml.ts'
import { bytesOf, zipWriter } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/** What a sheet of Excel holds; the lines after them go on in another. */
const mostRows = 1_048_576

type Options = {
  columns: readonly Column[]
  hasCopies: boolean
  name: string
  now: string
  rowsOnSheet?: number
}

/**
 * A workbook whose lines leave as they come: the list writer of documents keeps all of them until its end, which for a
 * whole catalogue is more than a text in memory can be long.
 */
export function sheetWriter({
  columns,
  hasCopies,
  name,
  now,
  rowsOnSheet = mostRows,
}: Options): ExportWriter {
  const zip = zipWriter(now)
  const letters = columns.map((_, index) => lettersOf(index))
  const heads = columns.map(({ head }) => head)
  let sheets = 0
  let rows = 0

  function text(cells: readonly Cell[]): string {
    rows += 1
    return rowText(cells, rows, letters)
  }
  function begin(): Piece[] {
    sheets += 1
    rows = 0
    return [zip.begin(`xl/worksheets/sheet${sheets}.xml`), zip.add(sheetHead(columns) + text(heads))]
  }
  const end = (): Piece[] => [zip.add('</sheetData></worksheet>'), zip.end()]
  return {
    head: () => joined(begin()),
    add(items) {
      const pieces: Piece[] = []
      let lines = ''
      for (const row of rowsOf(items, hasCopies)) {
        if (rows === rowsOnSheet) {
          pieces.push(zip.add(lines), ...end(), ...begin())
          lines = ''
        }
        lines += text(columns.map(({ value }) => value(row)))
      }
      return joined([...pieces, zip.add(lines)])
    },
    foot() {
      const pieces = end()
      for (const [path, part] of workbookParts(name, sheets)) {
        pieces.push(zip.begin(path), zip.add(part), zip.end())
      }
      return joined([...pieces, zip.foot()])
    },
  }
}

function joined(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map(bytesOf))
}

type Cell = string | number | null

function rowText(cells: readonly Cell[], row: number, letters: readonly string[]): string {
  let text = `<row r="${row}">`
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    const place = `${letters[index] ?? ''}${row}`
    text +=
      typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(plain(cell))}</t></is></c>`
  }
  return `${text}</row>`
}

/** Excel reads _x0041_ as the letter A. */
function plain(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}

function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}

function sheetHead(columns: readonly Column[]): string {
  const widths = columns.map(({ width }, index) => {
    const place = index + 1
    return `<col min="${place}" max="${place}" width="${width}" customWidth="1"/>`
  })
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  return `${xmlDeclaration}<worksheet xmlns="${main}">${view}<cols>${widths.join('')}</cols><sheetData>`
}

function workbookParts(name: string, sheets: number): [path: string, text: string][] {
  const places = Array.from({ length: sheets }, (_, at) => at + 1)
  const sheet = (place: number) =>
    `<sheet name="${escaped(place === 1 ? name : `${name} ${place}`)}" sheetId="${place}" r:id="rId${place}"/>`
  const relation = (place: number) =>
    `<Relationship Id="rId${place}" Type="${relations}/worksheet" Target="worksheets/sheet${place}.xml"/>`
  const override = (place: number) =>
    `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="${sheetType}"/>`
  const of = (make: (place: number) => string) => places.map(make).join('')
  return [
    [
      '[Content_Types].xml',
      `${xmlDeclaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/>${of(override)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xmlDeclaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${of(sheet)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlDeclaration}<Relationships xmlns="${packageRelations}">${of(relation)}</Relationships>`,
    ],
  ]
}
