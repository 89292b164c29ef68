import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'
import { isKnownTable, type Change, type EntryRow } from './row-changes.ts'
import { useValueWords } from './use-value-words.ts'

type Props = { row: Pick<EntryRow, 'tableName' | 'before' | 'after'>; changes: Change[] }

/** What became of a record's columns, each with before and after in words. */
export function RowChanges({ row, changes }: Props) {
  const { t } = useTranslation()
  const shown = useValueWords()
  const label = (column: string) =>
    isKnownTable(row.tableName) ? t(runtimeKey(`journal.fields.${row.tableName}.${column}`)) : column
  if (changes.length === 0) return <p className="soft">{t('journal.rows.unchanged')}</p>
  return (
    <ul>
      {changes.map(({ column, before, after, isHidden }) => {
        const place = `${row.tableName}.${column}`
        return (
          <li key={column} className="change">
            <span className="soft">{label(column)}: </span>
            {isHidden && <em>{t('journal.rows.hidden')}</em>}
            {!isHidden && row.before && (
              <del>
                <span className="visually-hidden">{t('journal.rows.before')} </span>
                {shown(place, before)}
              </del>
            )}
            {!isHidden && row.before && row.after && <span aria-hidden="true"> → </span>}
            {!isHidden && row.after && (
              <ins>
                {row.before && <span className="visually-hidden">{t('journal.rows.after')} </span>}
                {shown(place, after)}
              </ins>
            )}
          </li>
        )
      })}
    </ul>
  )
}
