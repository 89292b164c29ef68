import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { changesOf, type Entry, type EntryRow } from './row-changes.ts'
import { RowChanges } from './RowChanges.tsx'
import { useRecordWords } from './use-entry-words.ts'

const icons: Record<EntryRow['action'], IconName> = { insert: 'add', update: 'edit', delete: 'remove' }
/** Where a record can be opened. */
const pageByTable: Record<string, string> = {
  copy: '/copies',
  marcRecord: '/catalogue',
  period: '/reports',
  product: '/products',
  title: '/catalogue',
}

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
            <RowChanges row={row} changes={changesOf(row)} />
            {row.action !== 'delete' && pageByTable[row.tableName] && (
              <Link to={`${pageByTable[row.tableName]}/${row.rowId}`}>{t('journal.entry.openRecord')}</Link>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
