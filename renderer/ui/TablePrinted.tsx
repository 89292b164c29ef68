import { useTranslation } from 'react-i18next'
import { useNumberText } from './use-number-text.ts'

type Props = { count: number; total: { count: number; isExact: boolean } }

/** A list on paper holds the rows that were on screen, and says so where there are more. */
export function PrintedRows({ count, total }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (count >= total.count && total.isExact) return null
  return (
    <p className="print-only">
      {t(total.isExact ? 'ui.table.printed' : 'ui.table.printedAtLeast', {
        shown: number(count),
        total: number(total.count),
      })}
    </p>
  )
}
