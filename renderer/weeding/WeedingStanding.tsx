import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** When the library last weeded, when it is due by its own interval, and how much one weeding may take. */
export function WeedingStanding({ onExpired }: { onExpired: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const standing = useQuery('weeding.standing', {}).value
  if (!standing) return null
  const { lastOn, nextFrom, intervalYears, expired, stock, most } = standing
  const said = [
    t('weeding.standing.stock', { stock: number(stock), most: number(most) }),
    lastOn === null ? '' : t('weeding.standing.last', { on: displayDate(lastOn) }),
    nextFrom === null || intervalYears === null
      ? ''
      : t(nextFrom > isoDateAt(Date.now()) ? 'weeding.standing.notYet' : 'weeding.standing.due', {
          on: displayDate(nextFrom),
          years: intervalYears,
        }),
  ]
  return (
    <>
      <Notice text={said.filter((text) => text !== '').join(' ')} />
      {expired > 0 && (
        <Notice icon="calendar" text={t('weeding.standing.expired', { count: expired })}>
          <Button onClick={onExpired}>{t('weeding.standing.showExpired')}</Button>
        </Notice>
      )}
    </>
  )
}
