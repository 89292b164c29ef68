import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Milestone } from '../../shared/plans/contract.ts'

/** The day that holds; those it was due before stay to be seen, struck through. */
export function DueDay({ milestone }: { milestone: Pick<Milestone, 'due' | 'dueOn' | 'delays'> }) {
  const { t } = useTranslation()
  const { due, dueOn, delays } = milestone
  const earlier = [dueOn, ...delays.map((delay) => delay.dueOn)].filter((day) => day < due)
  const reasons = delays.map(({ on, reason }) => `${displayDate(on)}: ${reason}`).join('\n')
  return (
    <span title={reasons || undefined}>
      {displayDate(due)}
      {earlier.length > 0 && (
        <>
          {' '}
          <s className="soft small">
            {t('plans.page.earlierDue', { days: earlier.map((day) => displayDate(day)).join(', ') })}
          </s>
        </>
      )}
    </span>
  )
}
