import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { runtimeKey } from '../../shared/texts.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { changesOf, isKnownTable, type Entry, type EntryRow } from './row-changes.ts'
import { useRecordWords } from './use-entry-words.ts'
import { useValueWords } from './use-value-words.ts'

const icons: Record<EntryRow['action'], IconName> = { insert: 'add', update: 'edit', delete: 'remove' }
/** Where a record can be opened. */
const pageByTable: Record<string, string> = { title: '/catalogue', period: '/reports' }

/** Each record an act touched, with before and after in words. */
export function EntryRows({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const recordWords = useRecordWords()
  if (entry.isBulk) return <p className="soft">{t('journal.entry.bulk')}</p>
  if (entry.rowCount === 0) return <p className="soft">{t('journal.entry.noRows')}</p>
  return (
    <>
      {entry.rows.length < entry.rowCount && (
        <p className="soft">
          {t('journal.entry.cut', {
            shown: number(entry.rows.length),
            total: number(entry.rowCount),
          })}
        </p>
      )}
      <ol className="history">
        {entry.rows.map((row) => (
          <li key={row.id}>
            <h3 className="fact">
              <Icon name={icons[row.action]} />
              <span>{recordWords(row)}</span>
            </h3>
            <RowChanges row={row} />
            {row.action !== 'delete' && pageByTable[row.tableName] && (
              <Link to={`${pageByTable[row.tableName]}/${row.rowId}`}>{t('journal.entry.openRecord')}</Link>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function RowChanges({ row }: { row: EntryRow }) {
  const { t } = useTranslation()
  const shown = useValueWords()
  const changes = changesOf(row)
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
