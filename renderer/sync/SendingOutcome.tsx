import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { RoadProblemText } from './RoadProblemText.tsx'

/** What came of a sending: what the receiver took, and what stood in the way of the rest. */
export function SendingOutcome({ sent }: { sent: Output<'sync.send'> }) {
  const { t } = useTranslation()
  const { arrived, answers, problem, reason } = sent
  const isNothing = arrived + answers === 0
  return (
    <div className={problem ? 'notice' : 'notice good'} role="status">
      <Icon name={problem ? 'cloudOff' : 'check'} />
      <div className="text">
        {arrived > 0 && <div>{t('sync.sending.arrived', { count: arrived })}</div>}
        {answers > 0 && <div>{t('sync.sending.answers', { count: answers })}</div>}
        {isNothing && problem === null && <div>{t('sync.sending.nothing')}</div>}
        {problem && (
          <div>
            <RoadProblemText problem={problem} reason={reason} />
          </div>
        )}
      </div>
    </div>
  )
}
