import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const grounds = ['out_of_scope', 'surplus', 'outdated', 'damaged', 'lost']
const disposals = ['destroy', 'sell', 'transfer', 'donate', 'exchange', 'books_only']
const stages = ['gathering', 'proposed', 'listed', 'founded', 'appraised', 'approved']
const papers = ['proposal', 'list', 'council', 'minutes', 'approval']
const labelKinds = ['spine', 'barcode', 'accession', 'card']

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('weedingRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await weeding(db)
  await labels(db)
  await starterSheets(db)
  await starterTemplates(db)
}

async function weeding(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'weeding')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('disposal', 'text', (column) => column.notNull().check(oneOf('disposal', disposals)))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) =>
      column.notNull().defaultTo('gathering').check(oneOf('stage', stages)),
    )
    .addColumn('backReason', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('withdrawnOn', 'text')
    .addColumn('keptUntil', 'text')
    .addColumn('destroyedOn', 'text')
    .addColumn('destroyedNote', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'weedingItem')
    .addColumn('weedingId', 'integer', (column) => column.notNull().references('weeding.id'))
    .addColumn('copyId', 'integer', (column) => column.notNull().references('copy.id'))
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['listed', 'removed', 'struck'])),
    )
    .addColumn('ground', 'text', (column) => column.notNull().check(oneOf('ground', grounds)))
    /** Null where it is the dossier's own. */
    .addColumn('disposal', 'text', (column) => column.check(oneOf('disposal', disposals)))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('dropReason', 'text', (column) => column.notNull().defaultTo(''))
    /** What the signed list says of the copy; null until it is signed. */
    .addColumn('facts', 'text')
    .addColumn('withdrawalId', 'integer', (column) => column.references('withdrawal.id'))
    /** The run of the rules that brought it in. */
    .addColumn('jobId', 'integer')
    .addUniqueConstraint('weedingItemOnce', ['weedingId', 'copyId'])
    .execute()
  await db.schema
    .createIndex('weedingItemByState')
    .on('weedingItem')
    .columns(['weedingId', 'state', 'copyId'])
    .execute()
  await db.schema
    .createIndex('weedingItemByCopy')
    .on('weedingItem')
    .columns(['copyId', 'state', 'weedingId'])
    .execute()
  await sql`create index weedingItemByJob on weedingItem (jobId) where jobId is not null`.execute(db)
  await sql`create index weedingItemByWithdrawal on weedingItem (withdrawalId) where withdrawalId is not null`.execute(
    db,
  )
  await strictTable(db, 'weedingPaper')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('weedingId', 'integer', (column) => column.notNull().references('weeding.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', papers)))
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('signedOn', 'text')
    /** Who signs, who sits in the council, how it voted: names of people. */
    .addColumn('content', 'text', (column) => column.notNull())
    /** The paper as it was signed, but for its long list, which the items keep. */
    .addColumn('paper', 'text')
    .addColumn('paperHash', 'text')
    .addColumn('scanHash', 'text')
    .addColumn('scanName', 'text')
    .addColumn('scanSize', 'integer')
    .addUniqueConstraint('weedingPaperOnce', ['weedingId', 'kind'])
    .execute()
  // Few copies are missing, and each search for candidates asks for them.
  await sql`create index copyByMissing on copy (id) where status = 'missing'`.execute(db)
}

async function labels(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'labelTemplate')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', labelKinds)))
    .addColumn('design', 'text', (column) => column.notNull())
    .execute()
  const millimetres = ['pageWidthMm', 'pageHeightMm', 'marginLeftMm', 'marginTopMm']
  const ofLabels = ['labelWidthMm', 'labelHeightMm', 'gapXMm', 'gapYMm']
  let sheet = strictTable(db, 'labelSheet')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('columns', 'integer', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
  for (const name of [...millimetres, ...ofLabels])
    sheet = sheet.addColumn(name, 'real', (column) => column.notNull())
  await sheet.execute()
  let printer = strictTable(db, 'labelPrinter')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
  for (const name of ['shiftXMm', 'shiftYMm', 'scaleXPercent', 'scaleYPercent'])
    printer = printer.addColumn(name, 'real', (column) => column.notNull())
  await printer.execute()
  await strictTable(db, 'labelBatch')
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', labelKinds)))
    .addColumn('by', 'text', (column) =>
      column.notNull().check(oneOf('by', ['copies', 'voucher', 'series', 'unlabelled', 'cards', 'batch'])),
    )
    .addColumn('templateName', 'text', (column) => column.notNull())
    .addColumn('sheetName', 'text', (column) => column.notNull())
    /** Design and sheet as they were, so that a reprint is the same. */
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('sheet', 'text', (column) => column.notNull())
    .addColumn('labels', 'integer', (column) => column.notNull())
    .addColumn('each', 'integer', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('forgottenAt', 'text')
    .execute()
  await strictTable(db, 'labelBatchCopy')
    .addColumn('batchId', 'integer', (column) => column.notNull().references('labelBatch.id'))
    .addColumn('copyId', 'integer', (column) => column.notNull().references('copy.id'))
    .execute()
  await db.schema.createIndex('labelBatchCopyByBatch').on('labelBatchCopy').column('batchId').execute()
  await db.schema
    .createIndex('labelBatchCopyByCopy')
    .on('labelBatchCopy')
    .columns(['copyId', 'batchId'])
    .execute()
}

type Sheet = [name: string, page: [number, number], margin: [number, number], grid: [number, number]]
type Label = [size: [number, number], gap: [number, number]]

/** Width before height, columns before rows, everything in millimetres. */
const sheets: [...Sheet, ...Label][] = [
  ['A4, 65 nhãn 38,1 × 21,2 (5 × 13)', [210, 297], [4.75, 10.7], [5, 13], [38.1, 21.2], [2.5, 0]],
  ['A4, 40 nhãn 52,5 × 29,7 (4 × 10)', [210, 297], [0, 0], [4, 10], [52.5, 29.7], [0, 0]],
  ['A4, 24 nhãn 70 × 37 (3 × 8)', [210, 297], [0, 0.5], [3, 8], [70, 37], [0, 0]],
  ['A4, 21 nhãn 70 × 42,3 (3 × 7)', [210, 297], [0, 0.45], [3, 7], [70, 42.3], [0, 0]],
  ['A4, 21 nhãn 63,5 × 38,1 (3 × 7)', [210, 297], [7.25, 15.15], [3, 7], [63.5, 38.1], [2.5, 0]],
  ['A4, 14 nhãn 99,1 × 38,1 (2 × 7)', [210, 297], [4.65, 15.15], [2, 7], [99.1, 38.1], [2.5, 0]],
  ['A4, 10 thẻ 85 × 54 (2 × 5)', [210, 297], [15, 13.5], [2, 5], [85, 54], [10, 0]],
  ['Cuộn, nhãn 50 × 30', [50, 30], [0, 0], [1, 1], [50, 30], [0, 0]],
  ['Cuộn, nhãn 35 × 22', [35, 22], [0, 0], [1, 1], [35, 22], [0, 0]],
  ['Cuộn, 3 nhãn 35 × 22 một hàng', [110, 22], [0.5, 0], [3, 1], [35, 22], [2, 0]],
]

async function starterSheets(db: Kysely<unknown>): Promise<void> {
  for (const [name, page, margin, grid, size, gap] of sheets)
    await sql`insert into labelSheet (name, pageWidthMm, pageHeightMm, marginLeftMm, marginTopMm, columns, rows,
        labelWidthMm, labelHeightMm, gapXMm, gapYMm)
      values (${name}, ${sql.join([...page, ...margin, ...grid, ...size, ...gap])})`.execute(db)
}

type Place = [xMm: number, yMm: number, widthMm: number, heightMm: number]
const at = ([xMm, yMm, widthMm, heightMm]: Place) => ({ xMm, yMm, widthMm, heightMm })
const line = (place: Place, text: string, sizePt: number, more: object = {}) => ({
  type: 'text',
  ...at(place),
  text,
  sizePt,
  align: 'center',
  vertical: 'middle',
  isBold: false,
  isWrapped: false,
  isCallNumber: false,
  ...more,
})
const bars = (place: Place, field: string, hasText = true) => ({
  type: 'barcode',
  ...at(place),
  field,
  hasText,
})
const bold = { isBold: true }
const left = { align: 'left' }

const templates: [name: string, kind: string, size: [number, number], elements: object[]][] = [
  [
    'Nhãn gáy: ký hiệu xếp giá',
    'spine',
    [38.1, 21.2],
    [
      line([1.5, 1, 35.1, 3.2], '{libraryName}', 6),
      line([1.5, 4.4, 35.1, 12.6], '{callNumber}', 11, { ...bold, isCallNumber: true }),
      line([1.5, 17.2, 35.1, 3], '{storeCode} {accessionNumber}', 6.5),
    ],
  ],
  [
    'Nhãn gáy lớn: ký hiệu, kho, số ĐKCB',
    'spine',
    [52.5, 29.7],
    [
      line([2, 1.6, 48.5, 3.8], '{libraryName}', 7.5),
      line([2, 5.8, 48.5, 17.6], '{callNumber}', 14, { ...bold, isCallNumber: true }),
      line([2, 23.8, 48.5, 4], '{storeName} · {accessionNumber}', 8),
    ],
  ],
  [
    'Nhãn mã vạch',
    'barcode',
    [50, 30],
    [
      line([2, 1.5, 46, 3.6], '{libraryName}', 7, bold),
      bars([2, 5.6, 46, 16.4], 'code'),
      line([2, 22.6, 46, 5.8], '{title}', 6.5, { isWrapped: true }),
    ],
  ],
  [
    'Nhãn mã vạch nhỏ',
    'barcode',
    [38.1, 21.2],
    [line([1, 1, 36.1, 3], '{libraryName}', 6), bars([1, 4.4, 36.1, 15.6], 'code')],
  ],
  [
    'Nhãn mã QR và ký hiệu',
    'barcode',
    [35, 22],
    [
      { type: 'qr', ...at([1.5, 2.5, 17, 17]), field: 'code' },
      line([19.5, 2.5, 14.5, 12], '{callNumber}', 8, { ...bold, ...left, isCallNumber: true }),
      line([19.5, 15, 14.5, 4.5], '{code}', 6.5, left),
    ],
  ],
  [
    'Nhãn số ĐKCB',
    'accession',
    [35, 22],
    [
      line([1.5, 1.6, 32, 5.2], '{libraryName}', 6.5, { isWrapped: true }),
      line([1.5, 7.2, 32, 8], '{accessionNumber}', 15, bold),
      line([1.5, 16, 32, 4], '{storeName}', 7),
    ],
  ],
  [
    'Thẻ bạn đọc 85 × 54',
    'card',
    [85, 54],
    [
      { type: 'box', ...at([0.5, 0.5, 84, 53]), lineMm: 0.3 },
      line([4, 2.6, 77, 4], '{governingBody}', 7.5),
      line([4, 6.6, 77, 4.8], '{libraryName}', 9.5, bold),
      line([4, 12.4, 77, 6.4], 'THẺ THƯ VIỆN', 14, bold),
      line([6, 19.6, 73, 5.4], 'Họ và tên: {personName}', 11, { ...bold, ...left }),
      line([6, 25.2, 73, 7.2], 'Đơn vị: {unit}', 9, { ...left, isWrapped: true }),
      line([6, 32.4, 73, 4.2], 'Có giá trị đến: {validUntil}', 9, left),
      bars([17, 37, 51, 14], 'cardNumber'),
    ],
  ],
]

async function starterTemplates(db: Kysely<unknown>): Promise<void> {
  for (const [name, kind, [widthMm, heightMm], elements] of templates) {
    const design = JSON.stringify({ widthMm, heightMm, elements })
    await sql`insert into labelTemplate (name, kind, design) values (${name}, ${kind}, ${design})`.execute(db)
  }
}
