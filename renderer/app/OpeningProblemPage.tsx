import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '../../shared/contract.ts'
import { Button } from '../ui/Button.tsx'
import { useCommand } from './operations.ts'
import { EarlierVersion, NewerVersion, PutBack } from './OtherVersion.tsx'
import { OtherLibrary } from './OtherLibrary.tsx'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { shownDetails } from '../ui/shown-details.ts'
import { Stage } from '../ui/Stage.tsx'

const reasons = [
  'newer_version',
  'put_back',
  'corrupt',
  'lost',
  'readonly_folder',
  'network_share',
  'cloud_folder',
  'in_use',
  'upgrade_failed',
  'upgrade_differs',
  'disk_full',
  'server_chosen',
  'server_connecting',
  'server_unreachable',
  'server_changed',
  'server_unknown',
] as const

/** The library is on another PC, which answers when it can. */
const waitsFor: ReadonlySet<string | undefined> = new Set([
  'server_connecting',
  'server_unreachable',
  'server_changed',
  'server_unknown',
])
const againMs = 10_000

/** A library that does not open goes out of the way, and the first page offers the copies. */
function BeginAnew({ isDamaged, onDone }: { isDamaged: boolean; onDone: () => void }) {
  const { t } = useTranslation()
  const setAside = useCommand('backup.setAside')
  async function begin() {
    if ((await setAside.run({})).ok) onDone()
  }
  return (
    <>
      <Button icon="restore" disabled={setAside.isRunning} onClick={() => void begin()}>
        {t(isDamaged ? 'backup.restore.setAside' : 'updates.closed.setAside')}
      </Button>
      <p className="small soft">
        {t(isDamaged ? 'backup.restore.setAsideHint' : 'updates.closed.setAsideHint')}
      </p>
      <Failure of={setAside.failure} />
    </>
  )
}

type Props = { failure: OperationFailure; onRetry: () => void }

function otherLabel(reason: (typeof reasons)[number] | undefined) {
  if (reason === 'network_share') return 'shell.server.open'
  return reason === 'server_unknown' ? 'shell.server.look' : 'shell.server.another'
}

function knownReason(reason: Json | undefined) {
  return reasons.find((known) => known === reason)
}

/** The data folder cannot be opened: why, and what to do now. */
export function OpeningProblemPage({ failure, onRetry }: Props) {
  const { t } = useTranslation()
  const reason = failure.code === 'cannot_open' ? knownReason(failure.details.reason) : undefined
  const isWaiting = waitsFor.has(reason)
  const isElsewhere = isWaiting || reason === 'server_chosen'
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setInterval(onRetry, againMs)
    return () => clearInterval(timer)
  }, [isWaiting, onRetry])
  const { folder, file, ...details } = shownDetails(failure.details)
  const place = folder ?? file
  const { version } = details
  return (
    <Stage isBroad>
      <h1>{t(reason ? `shell.opening.${reason}.title` : 'shell.opening.title')}</h1>
      {reason ? (
        <>
          <p>{t(`shell.opening.${reason}.why`, details)}</p>
          <p>{t(`shell.opening.${reason}.next`, details)}</p>
          {reason !== 'server_chosen' && (
            <p className="small soft">
              {failure.code} · {reason}
            </p>
          )}
        </>
      ) : (
        <Failure of={failure} />
      )}
      {reason === 'newer_version' && <NewerVersion needed={typeof version === 'string' ? version : ''} />}
      {typeof place === 'string' && (
        <p className="small soft">{t('shell.opening.folder', { folder: place })}</p>
      )}
      <div className="actions">
        {reason !== 'put_back' && (
          <Button kind={reason === 'newer_version' ? 'plain' : 'primary'} onClick={onRetry}>
            {t(reason === 'server_chosen' ? 'shell.server.goOn' : 'common.actions.retry')}
          </Button>
        )}
        {(isElsewhere || reason === 'network_share') && (
          <OtherLibrary
            label={t(otherLabel(reason))}
            address={
              reason !== 'server_chosen' && typeof details['address'] === 'string' ? details['address'] : ''
            }
            isElsewhere={isElsewhere}
          />
        )}
        {(reason === 'upgrade_failed' || reason === 'upgrade_differs') && <EarlierVersion />}
        {reason === 'put_back' && <PutBack onStay={onRetry} />}
        {(reason === 'corrupt' || reason === 'lost') && <BeginAnew isDamaged onDone={onRetry} />}
        {reason === 'newer_version' && <BeginAnew isDamaged={false} onDone={onRetry} />}
      </div>
    </Stage>
  )
}
