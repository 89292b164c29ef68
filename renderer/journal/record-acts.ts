import { TitleFields } from '../../shared/catalogue/contract.ts'
import type { RowOf } from '../app/operation-types.ts'
import { changesOf, type Change } from './row-changes.ts'

type Row = RowOf<'journal.ofRecord'>
/** What one act did to a record, in all the tables it stands in. */
export type Act = Pick<Row, 'commandId' | 'at' | 'operation' | 'userName'> & {
  rows: { row: Row; changes: Change[] }[]
}

/** The plain form's own acts are told in its boxes; any other in the fields of the MARC record. */
const formActs = new Set(['catalogue.addTitle', 'catalogue.updateTitle'])
/** The columns of a title that its MARC record fills; material and origin are the title's own. */
const readOffRecord: ReadonlySet<string> = new Set(
  TitleFields.omit({ material: true, digitalOrigin: true }).keyof().options,
)

/** Rows as the journal has them, newest first, gathered by act; nothing is told twice. */
export function actsOf(rows: readonly Row[]): Act[] {
  const byAct = Map.groupBy(rows, ({ commandId }) => commandId)
  return [...byAct.values()].flatMap(([first, ...others]): Act[] => {
    if (!first) return []
    const { commandId, at, operation, userName } = first
    const all = [first, ...others]
    return [{ commandId, at, operation, userName, rows: toldOnce(operation, all) }]
  })
}

function toldOnce(operation: string, rows: readonly Row[]): Act['rows'] {
  const isInForm = formActs.has(operation)
  const hasRecord = rows.some(({ tableName }) => tableName === 'marcRecord')
  const hasTitle = rows.some(({ tableName }) => tableName === 'title')
  return rows.flatMap((row) => {
    if (row.tableName === 'marcRecord' && hasTitle && isInForm) return []
    const isTold = ({ column }: Change) =>
      row.tableName !== 'title' || !hasRecord || isInForm || !readOffRecord.has(column)
    const changes = changesOf(row).filter(isTold)
    return changes.length > 0 ? [{ row, changes }] : []
  })
}
