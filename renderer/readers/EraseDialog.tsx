import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Erasure, Holding, ReaderRecord } from '../../shared/readers/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'

type Props = { reader: ReaderRecord; onClose: () => void }

/** What erasing a person means, in numbers; what is owed is asked about, and what still holds them is named. */
export function EraseDialog({ reader, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const run = useJob('readers.eraseReader')
  const [isMeant, setMeant] = useState(false)
  const [isStarted, setStarted] = useState(false)
  const asked = useQuery('readers.erasure', { id: reader.id }, { isActive: !isStarted })
  const owed = asked.value?.openLoans ?? []
  const outcome = isStarted ? run.output : null
  async function erase() {
    setStarted(true)
    const answer = await run.start({ id: reader.id, accepted: isMeant ? ['owes_copies'] : [] })
    if (!answer.ok) setStarted(false)
  }
  // What still holds the person is said once, when it is done: nobody leaves before.
  const leave = () => {
    if (run.isRunning) return
    run.clear()
    if (outcome) void navigate('/readers')
    else onClose()
  }
  return (
    <Dialog
      title={t('readers.erase.title', { name: outcome ? '…' : reader.name })}
      onClose={leave}
      actions={
        outcome ? (
          <Button kind="primary" onClick={leave}>
            {t('readers.erase.back')}
          </Button>
        ) : (
          <>
            <Button
              kind="danger"
              icon="remove"
              disabled={isStarted || !asked.value || (owed.length > 0 && !isMeant)}
              onClick={() => void erase()}
            >
              {t('readers.erase.run')}
            </Button>
            <Button disabled={run.isRunning} onClick={onClose}>
              {t('common.actions.cancel')}
            </Button>
          </>
        )
      }
    >
      {isStarted ? (
        <>
          <JobProgress run={run} label={t('readers.erase.running')} />
          {outcome && <Outcome outcome={outcome} />}
        </>
      ) : (
        <>
          <Failure of={asked.failure} />
          {asked.value && <p>{t('readers.erase.text', { count: asked.value.pastLoans })}</p>}
          {owed.length > 0 && (
            <>
              <p>{t('readers.erase.owed', { count: owed.length })}</p>
              <ul>
                {owed.map(({ id, accessionNumber, title }) => (
                  <li key={id}>
                    {accessionNumber} – {title}
                  </li>
                ))}
              </ul>
              <label className="check">
                <input
                  type="checkbox"
                  checked={isMeant}
                  onChange={(event) => setMeant(event.target.checked)}
                />
                {t('readers.erase.owedMeant')}
              </label>
            </>
          )}
          {asked.value && <StillHeld of={asked.value} />}
        </>
      )}
    </Dialog>
  )
}

function Outcome({ outcome }: { outcome: Erasure }) {
  const { t } = useTranslation()
  return (
    <>
      <p role="status">
        {outcome.traces === 0 ? t('readers.erase.done') : t('readers.erase.left', { count: outcome.traces })}{' '}
        {outcome.wasRewritten && t('readers.erase.rewritten')}
      </p>
      <StillHeld of={outcome} />
    </>
  )
}

function StillHeld({ of: { backups, aside } }: { of: Holding }) {
  const { t } = useTranslation()
  if (backups.length + aside.length === 0) return <p className="soft">{t('readers.erase.backupsNone')}</p>
  return (
    <>
      <p>{t('readers.erase.backups')}</p>
      <ul className="plain-list">
        {backups.map(({ fileName, madeAt, place, expiresOn, heldFor }) => (
          <li key={`${place} ${fileName}`}>
            {place || t('backup.places.own')}: {displayInstant(madeAt)}{' '}
            <span className="soft small">
              {expiresOn
                ? t('readers.erase.backupGoes', { on: displayDate(expiresOn) })
                : heldFor
                  ? t('readers.erase.backupHeld', { reason: heldFor })
                  : t('readers.erase.backupStays')}
              {' · '}
              {fileName}
            </span>
          </li>
        ))}
        {aside.map(({ path, writtenAt }) => (
          <li key={path}>
            {t('readers.erase.aside')}: {displayInstant(writtenAt)}{' '}
            <span className="soft small">
              {t('readers.erase.backupStays')}
              {' · '}
              {path}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
