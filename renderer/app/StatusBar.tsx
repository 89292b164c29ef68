import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Icon } from '../ui/icons.tsx'
import { Progress } from '../ui/Progress.tsx'
import type { Output } from './operation-types.ts'
import { useQuery } from './operations.ts'
import { useCan } from './permissions.ts'
import { useSession } from './session-context.ts'
import { useStanding } from './standing.ts'
import { useAgeText } from './use-age-text.ts'
import { useOperationWords } from './use-operation-words.ts'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

function Network() {
  const { t } = useTranslation()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <span title={t(isOnline ? 'shell.status.onlineHint' : 'shell.status.offlineHint')}>
      <Icon name={isOnline ? 'cloud' : 'cloudOff'} />
      {t(isOnline ? 'shell.status.online' : 'shell.status.offline')}
    </span>
  )
}

function RunningJob() {
  const { state } = useSession()
  const { running } = useOperationWords()
  const jobs = useQuery('jobs.list', {}, { isActive: state === 'signed_in' }).value
  const job = jobs?.find((candidate) => candidate.state === 'running')
  return job ? <Progress isSmall label={running(job.operation)} run={job} /> : null
}

/** The newest copy that can be relied on; what is wrong with one, or with the library itself, goes before it. */
function LastBackup({ status }: { status: Output<'backup.status'> }) {
  const { t } = useTranslation()
  const age = useAgeText()
  const { lastProvenAt, lastProvenPlace, faulty, damagedSince } = status
  const isTroubled = damagedSince !== null || faulty > 0
  const said = lastProvenAt
    ? t('shell.status.backup', {
        at: displayInstant(lastProvenAt),
        age: age(lastProvenAt),
        place: lastProvenPlace || t('backup.places.own'),
      })
    : t('shell.status.noBackup')
  return (
    <span title={said}>
      <Icon name={isTroubled ? 'warning' : 'shield'} />
      {damagedSince ? t('shell.status.damaged') : said}
      {!damagedSince && faulty > 0 && ` · ${t('shell.status.backupFaulty', { count: faulty })}`}
    </span>
  )
}

/** How things stand, in neutral words: being offline is normal here. */
export function StatusBar() {
  const { t } = useTranslation()
  const can = useCan()
  const { state } = useSession()
  const isHere = state === 'signed_in'
  const sync = useQuery('sync.status', {}, { isActive: isHere && can('sync.read') }).value
  const backup = useQuery('backup.status', {}, { isActive: isHere }).value
  const standing = useStanding()
  if (standing !== 'here') {
    return (
      <footer className="status-bar" aria-label={t('shell.status.label')}>
        <span>
          <Icon name="warning" />
          {t(`shell.standing.${standing}.title`)}
        </span>
      </footer>
    )
  }
  return (
    <footer className="status-bar" aria-label={t('shell.status.label')}>
      <Network />
      {sync && (
        <span>
          <Icon name="send" />
          {sync.unsent > 0
            ? t('shell.status.unsent', { count: sync.unsent })
            : t('shell.status.nothingUnsent')}
        </span>
      )}
      {backup && <LastBackup status={backup} />}
      <span className="spacer" />
      <RunningJob />
    </footer>
  )
}
