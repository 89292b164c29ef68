import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '../../shared/copies/rules.ts'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useWords } from './use-words.ts'

export function useCopyColumns(): Column<Copy>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { word, stateOf } = useWords()
  return useMemo(
    () => [
      {
        key: 'accessionNumber',
        label: t('copies.columns.accessionNumber'),
        widthPx: 116,
        sort: { by: 'accession_number', direction: 'ascending' },
        cell: (copy) => <AccessionNumber copy={copy} />,
      },
      {
        key: 'title',
        label: t('copies.columns.title'),
        widthPx: 200,
        grows: true,
        sort: { by: 'title', direction: 'ascending' },
        cell: (copy) => (copy.enumeration ? `${copy.title} – ${copy.enumeration}` : copy.title),
      },
      {
        key: 'callNumber',
        label: t('copies.columns.callNumber'),
        widthPx: 132,
        sort: { by: 'call_number', direction: 'ascending' },
        cell: (copy) => copy.shelvedBy,
      },
      {
        key: 'place',
        label: t('copies.columns.place'),
        widthPx: 160,
        cell: (copy) => placeName(copy.siteName, copy.storeName),
      },
      { key: 'state', label: t('copies.columns.state'), widthPx: 150, cell: stateOf },
      {
        key: 'condition',
        label: t('copies.columns.condition'),
        widthPx: 108,
        cell: (copy) => word('copies.conditions', copy.condition),
      },
      {
        key: 'price',
        label: t('copies.columns.price'),
        widthPx: 84,
        align: 'end',
        cell: (copy) => copy.priceMinor !== null && number(copy.priceMinor),
      },
      {
        key: 'accessionedOn',
        label: t('copies.columns.accessionedOn'),
        widthPx: 106,
        align: 'end',
        sort: { by: 'newest', direction: 'descending' },
        cell: (copy) => displayDate(copy.accessionedOn),
      },
    ],

    [number, t, word, stateOf],
  )
}

/** A merged copy says under the pointer what it was called before. */
function AccessionNumber({ copy: { accessionNumber, cancelledOn, former } }: { copy: Copy }) {
  if (cancelledOn !== null) return <del>{accessionNumber}</del>
  if (former === null) return accessionNumber
  return <span title={`${former.unitName}: ${former.accessionNumber}`}>{accessionNumber}</span>
}
