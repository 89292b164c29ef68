import type { PaperRead, ReadFigure } from './read-paper.ts'
import { readXml, type XmlParts } from './read-parts.ts'

/** `value` is null where no number stands; of a formula it is what was counted last. */
export type SheetCell = { address: string; text: string; value: number | null; isFormula: boolean }
type Sheet = { name: string; cells: SheetCell[]; footers: string[] }
export type SheetRead = Pick<Sheet, 'name' | 'cells'>

/** A figure is the cell its name points at, and the number that was counted last where a formula stands in it. */
export function readXlsx(parts: XmlParts): PaperRead {
  const { names } = readWorkbook(parts)
  const sheets = sheetsOf(parts)
  const marked = new Set<SheetCell>()
  const figures = names.map(({ mark, sheet, address }): ReadFigure => {
    const cell = sheets.find(({ name }) => name === sheet)?.cells.find((each) => each.address === address)
    if (cell) marked.add(cell)
    return { mark, shown: cell?.text ?? '', value: cell?.value ?? null }
  })
  const text = sheets.flatMap(({ cells }) => cells.flatMap((cell) => (marked.has(cell) ? [] : [cell.text])))
  const footers = [...new Set(sheets.flatMap((sheet) => sheet.footers))].toSorted()
  return { format: 'xlsx', figures, text: [...text, ...footers].join('\n') }
}

/** Every sheet with the cells that hold something. */
export function sheetsOf(parts: XmlParts): Sheet[] {
  const shared = sharedStrings(parts.get('xl/sharedStrings.xml'))
  return readWorkbook(parts).sheets.map(({ name, path }) => readSheet(name, parts.get(path) ?? '', shared))
}

function readWorkbook(parts: XmlParts) {
  const paths = new Map<string, string>()
  readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets: { name: string; path: string }[] = []
  const names: { mark: string; sheet: string; address: string }[] = []
  let mark = ''
  let range = ''
  readXml(parts.get('xl/workbook.xml') ?? '', {
    open(element, { name = '', id = '' }) {
      if (element === 'sheet') sheets.push({ name, path: paths.get(id) ?? '' })
      mark = element === 'definedName' && name.startsWith('KS_') ? name : ''
      range = ''
    },
    text(text) {
      range += text
    },
    close() {
      // A name whose row was deleted points at #REF!, and then at no cell.
      const [, quoted, plain, letters, row] = /^(?:'(.*)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)/.exec(range) ?? []
      if (mark) {
        const sheet = quoted?.replaceAll("''", "'") ?? plain ?? ''
        names.push({ mark, sheet, address: `${letters ?? ''}${row ?? ''}` })
      }
      mark = ''
    },
  })
  return { sheets, names }
}

function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = []
  if (!xml) return strings
  let isText = false
  readXml(xml, {
    open(name) {
      if (name === 'si') strings.push('')
      isText = name === 't'
    },
    text(text) {
      if (isText) strings.push(`${strings.pop() ?? ''}${text}`)
    },
    close: () => (isText = false),
  })
  return strings
}

function readSheet(name: string, xml: string, shared: readonly string[]): Sheet {
  const cells: SheetCell[] = []
  const footers: string[] = []
  let [address, type, held, element] = ['', '', '', '']
  let isFormula = false
  readXml(xml, {
    open(opened, { r = '', t = 'n' }) {
      element = opened
      if (opened === 'f') isFormula = true
      if (opened !== 'c') return
      isFormula = false
      ;[address, type, held] = [r, t, '']
    },
    text(text) {
      if (element === 'v' || element === 't') held += text
      // "&L&"Face,Regular"&8 Text": what a person reads begins after the codes.
      if (/^(odd|first)Footer$/.test(element)) footers.push(footerText(text))
    },
    close(closed) {
      element = ''
      if (closed !== 'c' || held === '') return
      const isNumber = type === 'n'
      const value = isNumber ? Number(held) : null
      const text = type === 's' ? (shared[Number(held)] ?? '') : held
      // Programs write one number with more or fewer digits.
      cells.push({
        address,
        text: isNumber ? String(Number(Number(held).toPrecision(12))) : text,
        value,
        isFormula,
      })
    },
  })
  return { name, cells, footers: footers.filter((text) => text !== '') }
}

function footerText(coded: string): string {
  return coded
    .replaceAll('&&', '\u0000')
    .replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])/g, '')
    .replaceAll('\u0000', '&')
    .trim()
}
