import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../shared/weeding/contract.ts'
import { reasonWords } from '../../shared/weeding/reasons.ts'
import { useTermName } from '../settings/index.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** A candidate with why it is one; struck through where a person has left it out. */
export function useCandidateColumns(without: ReadonlyMap<number, unknown>): Column<Candidate>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const languageName = useTermName('language')
  const struck = ({ copyId }: Candidate, text: string) => (without.has(copyId) ? <del>{text}</del> : text)
  return [
    {
      key: 'accessionNumber',
      label: t('copies.columns.accessionNumber'),
      widthPx: 100,
      cell: (row) => struck(row, row.accessionNumber),
    },
    {
      key: 'title',
      label: t('copies.columns.title'),
      widthPx: 170,
      grows: true,
      cell: (row) => struck(row, row.title),
    },
    {
      key: 'reasons',
      label: t('weeding.candidates.reason'),
      widthPx: 260,
      grows: true,
      cell: ({ reasons }) => reasonWords(reasons, t, languageName),
    },
    {
      key: 'year',
      label: t('weeding.candidates.year'),
      widthPx: 56,
      cell: ({ publishedYear }) => publishedYear !== null && String(publishedYear),
    },
    {
      key: 'condition',
      label: t('copies.columns.condition'),
      widthPx: 80,
      cell: ({ condition }) => t(`copies.conditions.${condition}`),
    },
    {
      key: 'place',
      label: t('weeding.items.place'),
      widthPx: 130,
      cell: ({ place, shelf }) => [place, shelf].filter((part) => part !== '').join(', '),
    },
    {
      key: 'callNumber',
      label: t('copies.columns.callNumber'),
      widthPx: 100,
      cell: (row) => row.callNumber,
    },
    {
      key: 'price',
      label: t('copies.columns.price'),
      widthPx: 78,
      align: 'end',
      cell: ({ priceMinor }) => priceMinor !== null && number(priceMinor),
    },
  ]
}
