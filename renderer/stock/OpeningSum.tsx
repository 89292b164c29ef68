import { useTranslation } from 'react-i18next'
import type { OpeningFields } from '../../shared/stock/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { rows: readonly OpeningFields[]; sheet: Output<'stock.opening'> }

/** What stands in the grid, added up; what is left of it is as recorded last. */
export function OpeningSum({ rows, sheet }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const sum = (key: 'titles' | 'copies') => number(rows.reduce((total, row) => total + row[key], 0))
  return (
    <span>
      {t('stock.opening.sum', {
        titles: sum('titles'),
        copies: sum('copies'),
        remaining: number(sheet.remaining),
      })}
    </span>
  )
}
