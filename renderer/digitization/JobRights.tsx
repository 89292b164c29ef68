import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { MayPublishChip } from './MayPublishChip.tsx'
import { RightsDialog } from './RightsDialog.tsx'

/** What is known of the rights in the document, and what was decided before. */
export function JobRights({ titleId }: { titleId: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const rights = useQuery('digitization.rightsOf', { titleId }).value
  const takeBack = useCommand('digitization.takeBackRights')
  const [isDeciding, setDeciding] = useState(false)
  if (!rights) return null
  const { standing, mayPublish, history } = rights
  return (
    <section className="card stack rights-card" aria-label={t('digitization.rights.of')}>
      <div className="row">
        <h2>{t('digitization.rights.of')}</h2>
        <MayPublishChip may={mayPublish} />
        <span className="spacer" />
        {can('digitization.write') && (
          <Button icon="shield" onClick={() => setDeciding(true)}>
            {t('digitization.rights.decide')}
          </Button>
        )}
      </div>
      {standing === null && <p className="soft">{t('digitization.rights.none')}</p>}
      <Failure of={takeBack.failure} />
      {history.length > 0 && (
        <ul className="slip-finished">
          {history.map((decision) => (
            <li key={decision.id} className={decision.id === standing?.id ? '' : 'soft'}>
              <strong>{t(`digitization.rightsStatuses.${decision.status}`)}</strong>{' '}
              {[
                decision.basis,
                decision.evidence,
                t('digitization.rights.by', {
                  who: decision.decidedBy,
                  on: displayDate(decision.decidedOn),
                }),
                decision.expiresOn !== null &&
                  t('digitization.rights.until', { on: displayDate(decision.expiresOn) }),
                decision.takenBackOn !== null &&
                  t('digitization.rights.takenBack', { on: displayDate(decision.takenBackOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              {can('digitization.write') && decision.takenBackOn === null && (
                <Button
                  kind="quiet"
                  disabled={takeBack.isRunning}
                  onClick={() => void takeBack.run({ ids: [decision.id] })}
                >
                  {t('digitization.rights.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isDeciding && <RightsDialog titleIds={[titleId]} onClose={() => setDeciding(false)} />}
    </section>
  )
}
