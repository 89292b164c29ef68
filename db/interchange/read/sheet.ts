import type { Row } from '../../../shared/interchange/table.ts'
import { openCompound } from './compound-file.ts'
import { openHtml } from './html-workbook.ts'
import { openOds } from './ods.ts'
import { brokenAfter } from './row-gatherer.ts'
import { openArchive } from './workbook-archive.ts'
import { WorkbookRefusal, type Workbook, type WorkbookProblem } from './workbook.ts'
import { openXls } from './xls.ts'
import { openXlsx } from './xlsx.ts'
import { openXmlWorkbook } from './xml-workbook.ts'

export type { SheetInfo, Workbook, WorkbookProblem, WorkbookProblemCode } from './workbook.ts'

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * A workbook of any kind, told apart by its first bytes and never by its name. It never throws: what
 * cannot be opened comes back as a problem, what breaks off half-way as the last row.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook | { problem: WorkbookProblem }> {
  try {
    const workbook = await opened(bytes)
    return workbook.sheets.length === 0
      ? { problem: { code: 'workbook_empty', detail: '' } }
      : { sheets: workbook.sheets, rows: (sheet) => unbrokenRows(workbook.rows(sheet)) }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { problem: error.problem }
    const detail = error instanceof Error ? error.message : ''
    return { problem: { code: 'workbook_unreadable', detail } }
  }
}

async function* unbrokenRows(batches: AsyncIterable<Row[]>): AsyncIterable<Row[]> {
  let last = 0
  try {
    for await (const rows of batches) {
      if (rows.length === 0) continue
      last = rows.at(-1)?.at ?? last
      yield rows
    }
  } catch (error) {
    yield [brokenAfter(last, error instanceof Error ? error.message : String(error))]
  }
}

/** The sheet to begin with: the first one people see. */
export function firstSheet({ sheets }: Workbook): number {
  return Math.max(
    sheets.findIndex(({ isHidden }) => !isHidden),
    0,
  )
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  switch (workbookKind(bytes)) {
    case 'compound':
      return openXls(openCompound(bytes))
    case 'xml':
      return await openXmlWorkbook(bytes)
    case 'html':
      return openHtml(bytes)
    case 'archive': {
      const archive = await openArchive(bytes)
      return archive.has('content.xml') ? await openOds(archive) : await openXlsx(archive)
    }
    default:
      throw new WorkbookRefusal('workbook_unsupported')
  }
}

/** What a file is to be opened as, by its first bytes; null for what is no workbook. An archive may be one of other things. */
export function workbookKind(head: Uint8Array): 'compound' | 'archive' | 'xml' | 'html' | null {
  if (beginsWith(head, compoundMark)) return 'compound'
  if (beginsWith(head, zipMark)) return 'archive'
  // In UTF-16 every other byte is nothing.
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096)).replaceAll('\0', '')
  if (!/^[^\w<]*</.test(text)) return null
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook\b/.test(text))
    return 'xml'
  return /<(?:html|head|meta|body|table|style)\b/i.test(text) ? 'html' : null
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
