import type { Row } from '../../../shared/interchange/table.ts'
import { record, recordsFrom, sharedStrings, textAt, type BiffRecord } from './biff.ts'
import { builtInLook, lookOf, type NumberLook } from './cell-text.ts'
import type { CompoundFile } from './compound-file.ts'
import { WorkbookRefusal, type SheetInfo, type Workbook } from './workbook.ts'
import { xlsRows } from './xls-rows.ts'

/** What the cells of every sheet need to be read. */
export type XlsBook = {
  stream: Uint8Array
  is95: boolean
  is1904: boolean
  strings: readonly string[]
  /** How each style shows numbers, in the order in which cells name styles. */
  looks: readonly NumberLook[]
}
type XlsSheet = SheetInfo & { at: number }

const version97 = 0x0600
const version95 = 0x0500

/** A workbook of Excel 5 to 2003. */
export function openXls(file: CompoundFile): Workbook {
  const stream = file.stream('Workbook') ?? file.stream('Book')
  if (!stream) {
    const isLocked = file.stream('EncryptedPackage') !== null || file.stream('EncryptionInfo') !== null
    // Word, drawings and mail have the same frame.
    throw new WorkbookRefusal(isLocked ? 'workbook_locked' : 'workbook_unsupported')
  }
  const { book, sheets } = readBook(stream)
  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    async *rows(sheet): AsyncIterable<Row[]> {
      const chosen = sheets[sheet]
      if (chosen) yield* xlsRows(book, chosen.at)
    },
  }
}

function readBook(stream: Uint8Array): { book: XlsBook; sheets: XlsSheet[] } {
  const records = globalsOf(stream)
  const version = records[0]?.data.length ? records[0].view.getUint16(0, true) : 0
  if (version !== version97 && version !== version95) throw new WorkbookRefusal('workbook_unsupported')
  if (records.some(({ id }) => id === record.filePass)) throw new WorkbookRefusal('workbook_locked')
  const is95 = version === version95
  const flag = records.find(({ id }) => id === record.date1904)
  const book = {
    stream,
    is95,
    is1904: flag?.view.getUint16(0, true) === 1,
    strings: sharedStrings(stringBlocks(records)),
    looks: looksOf(records, is95),
  }
  return { book, sheets: records.flatMap((each) => sheetOf(each, is95)) }
}

/** The first part of the stream speaks of the whole workbook. */
function globalsOf(stream: Uint8Array): BiffRecord[] {
  const records: BiffRecord[] = []
  for (const each of recordsFrom(stream, 0)) {
    if (records.length === 0 && each.id !== record.bof) break
    if (each.id === record.eof) break
    records.push(each)
  }
  return records
}

function stringBlocks(records: readonly BiffRecord[]): Uint8Array[] {
  const at = records.findIndex(({ id }) => id === record.sst)
  if (at < 0) return []
  const after = records.slice(at + 1)
  const end = after.findIndex(({ id }) => id !== record.continue)
  return [records[at], ...after.slice(0, end < 0 ? after.length : end)].flatMap((each) => each?.data ?? [])
}

function looksOf(records: readonly BiffRecord[], is95: boolean): NumberLook[] {
  const lookById = new Map<number, NumberLook>()
  for (const { id, data, view } of records) {
    if (id !== record.format && id !== record.formatOf95) continue
    lookById.set(view.getUint16(0, true), lookOf(textAt(data, 2, { lengthBytes: is95 ? 1 : 2, is95 })))
  }
  return records
    .filter(({ id }) => id === record.xf)
    .map(({ view }) => {
      const format = view.getUint16(2, true)
      return lookById.get(format) ?? builtInLook(format)
    })
}

function sheetOf({ id, data, view }: BiffRecord, is95: boolean): XlsSheet[] {
  if (id !== record.boundSheet) return []
  const [state, kind] = [data[4] ?? 0, data[5] ?? 0]
  if (kind !== 0) return []
  const name = textAt(data, 6, { lengthBytes: 1, is95 })
  return [{ name, isHidden: (state & 3) !== 0, at: view.getUint32(0, true) }]
}
