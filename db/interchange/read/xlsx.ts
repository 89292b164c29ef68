import { posix } from 'node:path'
import { builtInLook, lookOf, plain, type NumberLook } from './cell-text.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import type { WorkbookArchive } from './workbook-archive.ts'
import { WorkbookRefusal, type SheetInfo, type Workbook } from './workbook.ts'
import { feedAll, prefixed } from './xml-events.ts'
import { sheetRows } from './xlsx-rows.ts'

type SheetPart = SheetInfo & { part: string }
type Book = { sheets: SheetPart[]; is1904: boolean; partByType: ReadonlyMap<string, string> }

/** What the rows of every sheet need to be read. */
export type XlsxParts = { strings: SharedStrings; looks: readonly NumberLook[]; is1904: boolean }

/** An Office Open XML workbook: .xlsx, .xlsm, and the same from LibreOffice, Google or a program's own writer. */
export async function openXlsx(archive: WorkbookArchive): Promise<Workbook> {
  const { sheets, is1904, partByType } = await readBook(archive)
  let parts: Promise<XlsxParts> | null = null
  const partOf = (type: string) => archive.chunks(partByType.get(type) ?? '')
  const load = async (): Promise<XlsxParts> => ({
    strings: await readSharedStrings(partOf('sharedStrings')),
    looks: await readLooks(partOf('styles')),
    is1904,
  })
  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    async *rows(sheet) {
      const chosen = sheets[sheet]
      if (!chosen) return
      parts ??= load()
      yield* sheetRows(() => archive.chunks(chosen.part), await parts)
    },
  }
}

async function readBook(archive: WorkbookArchive): Promise<Book> {
  const root = await relations(archive, '')
  const workbook = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!archive.has(workbook)) {
    // Binary workbooks have the same frame around other parts.
    const isBinary = archive.has('xl/workbook.bin')
    throw new WorkbookRefusal(
      isBinary ? 'workbook_unsupported' : 'workbook_unreadable',
      isBinary ? 'xlsb' : '',
    )
  }
  const found = await relations(archive, workbook)
  const partById = new Map(
    found.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  )
  const sheets: SheetPart[] = []
  let is1904 = false
  await feedAll(archive.chunks(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      // Charts and macros have sheets of their own, which hold no rows.
      const part = name === 'sheet' ? partById.get(prefixed(attributes, 'id') ?? '') : undefined
      if (part === undefined) return
      const isHidden = /hidden/i.test(attributes['state'] ?? '')
      sheets.push({ name: attributes['name'] ?? '', isHidden, part })
    },
  })
  return { sheets, is1904, partByType: new Map(found.map(({ type, target }) => [type, target])) }
}

type Relation = { id: string; type: string; target: string }

/** The parts that one part names; their addresses are its neighbours'. */
async function relations(archive: WorkbookArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const found: Relation[] = []
  await feedAll(archive.chunks(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = (attributes['Target'] ?? '').replaceAll('\\', '/')
      found.push({
        id: attributes['Id'] ?? '',
        // The strict and the transitional standard differ in all of the address but its end.
        type: posix.basename(attributes['Type'] ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
  })
  return found
}

/** How each style shows numbers, in the order in which cells name styles. */
async function readLooks(chunks: AsyncIterable<Uint8Array>): Promise<NumberLook[]> {
  const lookById = new Map<number, NumberLook>()
  const looks: NumberLook[] = []
  let isCellStyle = false
  await feedAll(chunks, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') lookById.set(id, lookOf(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') isCellStyle = true
      else if (name === 'xf' && isCellStyle) looks.push(lookById.get(id) ?? builtInLook(id) ?? plain)
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return looks
}
