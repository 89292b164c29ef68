import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Support } from '../../shared/network/contract.ts'
import { Chip } from '../ui/Chip.tsx'

/** What is left to do at a point, by when, and whether it was done. */
export function FollowUp({ support }: { support: Support }) {
  const { t } = useTranslation()
  const { followUp, followUpBy, followedUpOn } = support
  if (followUp === '') return null
  const isLate = followedUpOn === null && followUpBy !== null && followUpBy < isoDateAt(Date.now())
  return (
    <span className="follow-up">
      <span>{followUp}</span>
      {followedUpOn !== null && (
        <Chip tone="good" icon="check">
          {t('network.support.doneOn', { on: displayDate(followedUpOn) })}
        </Chip>
      )}
      {followedUpOn === null && followUpBy !== null && (
        <Chip tone={isLate ? 'bad' : 'warn'} icon={isLate ? 'warning' : 'calendar'}>
          {t('network.support.by', { on: displayDate(followUpBy) })}
        </Chip>
      )}
    </span>
  )
}
