import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { JobEvent } from '../../shared/digitization/contract.ts'
import { isRecallable } from '../../shared/digitization/rules.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { JobRecord } from './JobPage.tsx'

/** Everything that has happened to a job, the newest first; the last of it can be undone. */
export function JobEvents({ job: { events } }: { job: JobRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const recall = useCommand('digitization.recall')
  const [last] = events
  if (!last) return <p className="soft">{t('digitization.page.noEvents')}</p>
  return (
    <>
      <Failure of={recall.failure} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('digitization.eventColumns.at')}</th>
            <th scope="col">{t('digitization.eventColumns.what')}</th>
            <th scope="col">{t('digitization.eventColumns.who')}</th>
            <th scope="col">{t('digitization.eventColumns.counts')}</th>
            <th scope="col">{t('digitization.fields.machine')}</th>
            <th scope="col">{t('digitization.eventColumns.words')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id} className={event.isUndone ? 'soft' : ''}>
              <td>{displayInstant(event.at)}</td>
              <td>
                <What event={event} />
                {event === last && isRecallable(event.kind) && can('digitization.work') && (
                  <Button
                    kind="quiet"
                    icon="restore"
                    disabled={recall.isRunning}
                    onClick={() => void recall.run({ eventId: event.id })}
                  >
                    {t('digitization.page.recall')}
                  </Button>
                )}
              </td>
              <td>{event.userName}</td>
              <td>
                <Counts event={event} />
              </td>
              <td>{event.machine}</td>
              <td>{[event.reason, event.note].filter((words) => words !== '').join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function What({ event: { kind, stageName, toStageName, isUndone } }: { event: JobEvent }) {
  const { t } = useTranslation()
  const hasTarget = toStageName !== '' && kind !== 'made'
  return (
    <>
      {t(`digitization.events.${kind}`)}: {stageName}
      {hasTarget && ` → ${toStageName}`}
      {isUndone && ` (${t('digitization.page.undone')})`}
    </>
  )
}

function Counts({ event: { pages, files } }: { event: JobEvent }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const counts = [
    pages !== null && t('digitization.eventColumns.pages', { shown: number(pages) }),
    files !== null && t('digitization.eventColumns.files', { shown: number(files) }),
  ]
  return <>{counts.filter((count) => count !== false).join(', ')}</>
}
