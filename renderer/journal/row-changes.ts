import type { Json } from '../../shared/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { marcDifference } from './marc-lines.ts'

export type Entry = Output<'journal.entry'>
export type EntryRow = Entry['rows'][number]
export type Image = EntryRow['before']

/** The columns a reader is told of, in the order of the forms; the others only serve the program. */
const shownColumns: Readonly<Record<string, readonly string[]>> = {
  title: [
    'material',
    'title',
    'subtitle',
    'part',
    'responsibility',
    'authors',
    'organisations',
    'edition',
    'place',
    'publisher',
    'publishedYear',
    'extent',
    'series',
    'isbn',
    'issn',
    'language',
    'ddc',
    'callNumber',
    'subjects',
    'keywords',
    'summary',
    'note',
    'url',
    'digitalOrigin',
    'classes',
    'hostId',
    'mergedIntoId',
    'addedOn',
    'removedOn',
  ],
  marcRecord: ['marc'],
  authority: ['kind', 'heading', 'note', 'mergedIntoId'],
  authorityForm: ['authorityId', 'form'],
  titleTemplate: ['name', 'material', 'marc', 'isDefault'],
  titleClass: ['titleId', 'class', 'evidence', 'setOn', 'endedOn'],
  linkCheck: ['titleId', 'checkedOn', 'isWorking', 'note'],
  subscription: ['titleId', 'startsOn', 'endsOn', 'frequency', 'source', 'note'],
  serialIssue: ['titleId', 'volume', 'number', 'publishedOn', 'receivedOn', 'state', 'note', 'copyId'],
  titleEdit: ['edit', 'titles', 'undoneAt'],
  titleMerge: ['keptId', 'droppedId', 'undoneAt'],
  site: ['name', 'code', 'note', 'closedOn'],
  store: ['siteId', 'name', 'code', 'closedOn'],
  accessionSeries: ['name', 'prefix', 'digits', 'materials'],
  voidNumber: ['seriesId', 'fromNumber', 'toNumber', 'reason', 'declaredOn'],
  merger: ['unitName', 'unitCode', 'formerProvinceCode', 'decisionNumber', 'decidedOn', 'mergedOn'],
  voucher: [
    'number',
    'receivedOn',
    'source',
    'supplier',
    'document',
    'statedCopies',
    'statedAmountMinor',
    'note',
    'isOpening',
    'completedOn',
  ],
  withdrawal: [
    'decisionNumber',
    'decidedOn',
    'withdrawnOn',
    'ground',
    'note',
    'takenBackOn',
    'takenBackReason',
  ],
  copy: [
    'titleId',
    'accessionNumber',
    'barcode',
    'siteId',
    'storeId',
    'shelf',
    'callNumber',
    'enumeration',
    'status',
    'condition',
    'priceMinor',
    'voucherId',
    'accessionedOn',
    'withdrawnOn',
    'withdrawalId',
    'cancelledOn',
    'note',
  ],
  copyPast: ['copyId', 'untilOn', 'siteId', 'storeId', 'condition'],
  registerBook: ['register', 'year', 'seriesId', 'linesPerPage', 'closedAt', 'hash'],
  registerLine: ['bookId', 'number', 'kind', 'correctsId', 'writtenOn', 'cells'],
  openingBalance: ['asOf', 'siteId', 'material', 'language', 'ddc', 'source', 'titles', 'copies', 'evidence'],
  stocktake: [
    'name',
    'state',
    'siteId',
    'storeId',
    'shelfFrom',
    'shelfTo',
    'callFrom',
    'callTo',
    'ddc',
    'material',
    'plannedFrom',
    'plannedTo',
    'basis',
    'note',
    'members',
    'openedAt',
    'expected',
    'closedOn',
    'scansHash',
    'minutesNumber',
    'signedOn',
    'paperHash',
  ],
  stocktakeSource: ['fileName', 'label', 'lines', 'added', 'takenFrom', 'mergedAt', 'takenOutAt'],
  product: [
    'kind',
    'name',
    'foreword',
    'groupBy',
    'hasAuthorIndex',
    'hasTitleIndex',
    'hasSummaries',
    'issuedOn',
  ],
  productTitle: ['productId', 'titleId'],
  weeding: [
    'name',
    'year',
    'stage',
    'backReason',
    'disposal',
    'note',
    'withdrawnOn',
    'keptUntil',
    'destroyedOn',
    'destroyedNote',
  ],
  weedingItem: ['copyId', 'state', 'ground', 'disposal', 'reason', 'dropReason', 'withdrawalId'],
  weedingPaper: ['kind', 'number', 'symbol', 'signedOn', 'content', 'paperHash', 'scanHash', 'scanName'],
  labelTemplate: ['name', 'kind', 'design'],
  labelSheet: [
    'name',
    'pageWidthMm',
    'pageHeightMm',
    'marginLeftMm',
    'marginTopMm',
    'columns',
    'rows',
    'labelWidthMm',
    'labelHeightMm',
    'gapXMm',
    'gapYMm',
  ],
  labelPrinter: ['name', 'shiftXMm', 'shiftYMm', 'scaleXPercent', 'scaleYPercent'],
  labelBatch: ['kind', 'by', 'templateName', 'sheetName', 'labels', 'forgottenAt'],
  signIn: ['userId', 'outcome'],
  user: ['name', 'username', 'role', 'passwordHash', 'disabledAt'],
  library: [
    'name',
    'code',
    'provinceCode',
    'formerProvinceCode',
    'site',
    'language',
    'lockAfterMinutes',
    'governingBody',
    'placeName',
    'reportSymbol',
    'recipients',
    'signerTitle',
    'signerName',
  ],
  period: [
    'year',
    'quarter',
    'state',
    'note',
    'preparedById',
    'checkedById',
    'checkedAt',
    'signedById',
    'signedAt',
    'position',
    'journalHash',
    'figuresHash',
  ],
  figure: ['code', 'version', 'status', 'value', 'parameters', 'rowSet'],
}

export type Change = { column: string; before: Json; after: Json; isHidden: boolean }

/** What differs between before and after; a column the journal must not hold is only known to have changed. */
export function changesOf({
  tableName,
  before,
  after,
}: Pick<EntryRow, 'tableName' | 'before' | 'after'>): Change[] {
  const known = shownColumns[tableName]
  const columns = known ?? [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return columns.flatMap((column): Change[] => {
    if (after?.[`~${column}`] === 'changed') return [{ column, before: null, after: null, isHidden: true }]
    const [old, now] = [before?.[column] ?? null, after?.[column] ?? null]
    if (old === now || (isBlank(old) && isBlank(now))) return []
    const told = column === 'marc' ? marcDifference(old, now) : { before: old, after: now }
    return [{ column, ...told, isHidden: false }]
  })
}

export function isBlank(value: Json): boolean {
  return value === null || value === ''
}

export function isKnownTable(tableName: string): boolean {
  return tableName in shownColumns
}
