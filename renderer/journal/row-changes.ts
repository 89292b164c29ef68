import type { Json } from '../../shared/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { marcDifference } from './marc-lines.ts'
import { holdingColumns } from './shown-columns.ts'
import { lifeColumns } from './shown-life-columns.ts'
import { planColumns } from './shown-plan-columns.ts'
import { reportColumns } from './shown-report-columns.ts'
import { workColumns } from './shown-work-columns.ts'

export type Entry = Output<'journal.entry'>
export type EntryRow = Entry['rows'][number]
export type Image = EntryRow['before']

/** A table that is not among them shows all its columns. */
const shownColumns: Readonly<Record<string, readonly string[]>> = {
  ...holdingColumns,
  ...reportColumns,
  ...workColumns,
  ...lifeColumns,
  ...planColumns,
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
