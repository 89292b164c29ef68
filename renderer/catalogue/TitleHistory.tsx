import { useTranslation } from 'react-i18next'
import type { Json } from '../../shared/contract.ts'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { useTermName } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { titleFieldNames } from './title-values.ts'

type Row = RowOf<'journal.ofRecord'>

const shownColumns = [...titleFieldNames, 'addedOn', 'removedOn'] as const
type ShownColumn = (typeof shownColumns)[number]

function changedColumns({ before, after }: Row): ShownColumn[] {
  return shownColumns.filter((column) => {
    const [old, now] = [before?.[column] ?? null, after?.[column] ?? null]
    return old !== now && !(before === null && now === '')
  })
}

/** What was done to a record, by whom and when, in words. */
export function TitleHistory({ id }: { id: number }) {
  const { t } = useTranslation()
  const { name } = useOperationWords()
  const history = usePages('journal.ofRecord', { tableName: 'title', rowId: id })
  return (
    <>
      <Failure of={history.failure} />
      <ol className="history">
        {history.rows.map((row) => (
          <li key={row.id}>
            <div>
              <strong>{name(row.operation)}</strong>{' '}
              <span className="soft">
                {displayInstant(row.at)} · {row.userName ?? t('catalogue.history.nobody')}
              </span>
            </div>
            <Changes row={row} />
          </li>
        ))}
      </ol>
      {history.rows.length === 0 && !history.isLoading && (
        <p className="soft">{t('catalogue.history.empty')}</p>
      )}
      {history.hasMore && (
        <div className="actions">
          <Button onClick={history.more}>{t('common.actions.more')}</Button>
        </div>
      )}
    </>
  )
}

function Changes({ row }: { row: Row }) {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  function shown(column: ShownColumn, value: Json | undefined): string {
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string' || value === '') return t('catalogue.history.blank')
    if (column === 'language') return languageName(value)
    return column === 'addedOn' || column === 'removedOn' ? displayDate(value) : value
  }
  return (
    <ul>
      {changedColumns(row).map((column) => (
        <li key={column} className="change">
          <span className="soft">{t(`catalogue.fields.${column}`)}: </span>
          {row.before && (
            <>
              <del>{shown(column, row.before[column])}</del> <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>{shown(column, row.after?.[column])}</ins>
        </li>
      ))}
    </ul>
  )
}
