import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Icon } from '../ui/icons.tsx'
import { useQuery } from './operations.ts'
import { useCan } from './permissions.ts'
import { useSession } from './session-context.ts'

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

function Jobs() {
  const { t, i18n } = useTranslation()
  const { state } = useSession()
  const running = useQuery('jobs.list', {}, { isActive: state === 'signed_in' }).value?.filter(
    (job) => job.state === 'running',
  )
  const job = running?.[0]
  if (!job) return null
  const [module, operation] = job.operation.split('.')
  const key = `${module}.operations.${operation}`
  const label = i18n.exists(key) ? t(key) : t('shell.status.working')
  return (
    <span>
      {label}
      <progress aria-label={label} {...(job.total ? { value: job.done, max: job.total } : {})} />
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
      {backup && (
        <span>
          <Icon name="shield" />
          {backup.lastProvenAt
            ? t('shell.status.backup', { at: displayInstant(backup.lastProvenAt) })
            : t('shell.status.noBackup')}
        </span>
      )}
      <span className="spacer" />
      <Jobs />
    </footer>
  )
}
