import { TitleFields } from '../../shared/catalogue/contract.ts'
import type { Json } from '../../shared/contract.ts'
import type { Output } from '../app/operation-types.ts'

export type Entry = Output<'journal.entry'>
export type EntryRow = Entry['rows'][number]
export type Image = EntryRow['before']

/** The columns a reader is told of, in the order of the forms; the others only serve the program. */
const shownColumns: Readonly<Record<string, readonly string[]>> = {
  title: [...TitleFields.keyof().options, 'addedOn', 'removedOn'],
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
    const isBlankBothWays = isBlank(old) && isBlank(now)
    return old === now || isBlankBothWays ? [] : [{ column, before: old, after: now, isHidden: false }]
  })
}

export function isBlank(value: Json): boolean {
  return value === null || value === ''
}

export function isKnownTable(tableName: string): boolean {
  return tableName in shownColumns
}
