import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { titleText } from './title-text.ts'

export function useTitleColumns(): Column<TitleRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'title',
        label: t('catalogue.fields.title'),
        widthPx: 190,
        grows: true,
        sort: { by: 'title', direction: 'ascending' },
        cell: titleText,
      },
      {
        key: 'responsibility',
        label: t('catalogue.list.author'),
        widthPx: 118,
        sort: { by: 'author', direction: 'ascending' },
        cell: (row) => row.authors || row.responsibility,
      },
      {
        key: 'publishedYear',
        label: t('catalogue.list.year'),
        widthPx: 54,
        align: 'end',
        sort: { by: 'year', direction: 'descending' },
        cell: (row) => row.publishedYear,
      },
      {
        key: 'callNumber',
        label: t('catalogue.list.callNumber'),
        widthPx: 128,
        sort: { by: 'call_number', direction: 'ascending' },
        cell: (row) => row.callNumber || row.ddc,
      },
      {
        key: 'copies',
        label: t('catalogue.list.copies'),
        widthPx: 50,
        align: 'end',
        cell: (row) => number(row.copies),
      },
      {
        key: 'material',
        label: t('catalogue.list.material'),
        widthPx: 96,
        cell: (row) => t(`catalogue.materials.${row.material}`),
      },
      {
        key: 'publisher',
        label: t('catalogue.fields.publisher'),
        widthPx: 88,
        cell: (row) => row.publisher,
      },
      {
        key: 'addedOn',
        label: t('catalogue.list.addedOn'),
        widthPx: 106,
        align: 'end',
        sort: { by: 'newest', direction: 'descending' },
        cell: (row) => displayDate(row.addedOn),
      },
    ],
    [t, number],
  )
}
