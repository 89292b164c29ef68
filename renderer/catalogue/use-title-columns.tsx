import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Column } from '../ui/Table.tsx'

export function useTitleColumns(): Column<TitleRow>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'title',
        label: t('catalogue.fields.title'),
        widthPx: 220,
        grows: true,
        cell: (row) => (row.subtitle ? `${row.title} : ${row.subtitle}` : row.title),
      },
      {
        key: 'responsibility',
        label: t('catalogue.fields.responsibility'),
        widthPx: 150,
        cell: (row) => row.responsibility,
      },
      {
        key: 'publisher',
        label: t('catalogue.fields.publisher'),
        widthPx: 120,
        cell: (row) => row.publisher,
      },
      {
        key: 'publishedYear',
        label: t('catalogue.list.year'),
        widthPx: 64,
        align: 'end',
        cell: (row) => row.publishedYear,
      },
      { key: 'ddc', label: t('catalogue.list.ddc'), widthPx: 84, cell: (row) => row.ddc },
      {
        key: 'addedOn',
        label: t('catalogue.fields.addedOn'),
        widthPx: 116,
        align: 'end',
        cell: (row) => displayDate(row.addedOn),
      },
    ],
    [t],
  )
}
