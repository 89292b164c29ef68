import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { RoadProblemText } from './RoadProblemText.tsx'

/** What came of a sending: what the receiver took, and what stood in the way of the rest. */
export function SendingOutcome({ sent }: { sent: Output<'sync.send'> }) {
  const { t } = useTranslation()
  const { arrived, problem, reason } = sent
  return (
    <div className={problem ? 'notice' : 'notice good'} role="status">
      <Icon name={problem ? 'cloudOff' : 'check'} />
      <div className="text">
        {(arrived > 0 || problem === null) && (
          <div>{arrived > 0 ? t('sync.sending.arrived', { count: arrived }) : t('sync.sending.nothing')}</div>
        )}
        {problem && (
          <div>
            <RoadProblemText problem={problem} reason={reason} />
          </div>
        )}
      </div>
    </div>
  )
}
