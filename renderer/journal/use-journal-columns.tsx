import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useEntryWords } from './use-entry-words.ts'

export function useJournalColumns(): Column<RowOf<'journal.list'>>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { sentence } = useEntryWords()
  return useMemo(
    () => [
      {
        key: 'at',
        label: t('journal.list.at'),
        widthPx: 150,
        cell: (row) => <span className="number">{displayInstant(row.at)}</span>,
      },
      { key: 'sentence', label: t('journal.list.sentence'), widthPx: 260, grows: true, cell: sentence },
      {
        key: 'rowCount',
        label: t('journal.list.rowCount'),
        widthPx: 84,
        align: 'end',
        cell: (row) => {
          if (row.isBulk) return <span className="soft">{t('journal.list.bulk')}</span>
          return row.rowCount === 0 ? <span className="soft">–</span> : number(row.rowCount)
        },
      },
      {
        key: 'position',
        label: t('journal.list.position'),
        widthPx: 84,
        align: 'end',
        cell: (row) => <span className="soft">{row.id}</span>,
      },
    ],
    [t, number, sentence],
  )
}
