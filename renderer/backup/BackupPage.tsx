import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptBackup } from '../../shared/backup/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { BackupSide } from './BackupSide.tsx'
import { BackupTable } from './BackupTable.tsx'
import { BackupTabs } from './BackupTabs.tsx'
import { CopyDetails } from './CopyDetails.tsx'
import { MakeOutcome } from './MakeOutcome.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { usePlaceName } from './use-place-name.ts'

/** The copies of one place at a time, and what becomes of each. */
export function BackupPage() {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const status = useQuery('backup.status', {})
  const places = useQuery('backup.places', {})
  const [placeId, setPlaceId] = useState(1)
  const rotation = useQuery('backup.rotation', { placeId }, { keepsPrevious: true })
  const make = useJob('backup.make')
  const check = useJob('backup.check')
  const mayRestore = useCan()('backup.restore')
  const [selected, setSelected] = useState<KeptBackup | null>(null)
  /** The path of a copy; empty where it is still to be chosen. */
  const [restoring, setRestoring] = useState<string | null>(null)
  const folder = places.value?.find(({ id }) => id === placeId)?.folder ?? null
  const chosen = rotation.value?.find(({ id }) => id === selected?.id) ?? null
  const isBusy = make.isRunning || check.isRunning
  const isCopied = make.job !== null && make.job.total !== null && make.job.done >= make.job.total
  const damagedSince = status.value?.damagedSince ?? null
  return (
    <div className="page filled">
      <PageHeader title={t('backup.page.title')} hint={t('backup.page.hint')}>
        {mayRestore && (
          <Button
            does="backup.restore"
            icon="restore"
            onClick={() => setRestoring(chosen && folder ? `${folder}/${chosen.fileName}` : '')}
          >
            {t(chosen && folder ? 'backup.restore.open' : 'backup.restore.openOther')}
          </Button>
        )}
        <Button icon="shield" disabled={isBusy} onClick={() => void check.start({})}>
          {t('backup.page.check')}
        </Button>
        <Button kind="primary" icon="save" disabled={isBusy} onClick={() => void make.start({})}>
          {t('backup.page.make')}
        </Button>
      </PageHeader>
      <BackupTabs />
      <Failure of={status.failure ?? places.failure ?? rotation.failure} />
      {damagedSince && (
        <Notice icon="warning" text={t('backup.page.damaged', { at: displayInstant(damagedSince) })}>
          {mayRestore && (
            <Button does="backup.restore" onClick={() => setRestoring('')}>
              {t('backup.restore.openOther')}
            </Button>
          )}
        </Notice>
      )}
      <JobProgress run={make} label={isCopied ? t('backup.page.proving') : undefined} />
      <JobProgress run={check} />
      {make.output && <MakeOutcome made={make.output} />}
      {check.output && (
        <Notice
          icon={check.output.faulty > 0 ? 'warning' : 'check'}
          text={t(check.output.faulty > 0 ? 'backup.page.checkedBad' : 'backup.page.checked', {
            count: check.output.checked,
            faulty: check.output.faulty,
          })}
        />
      )}
      {(places.value?.length ?? 0) > 1 && (
        <div className="backup-place">
          <Select
            label={t('backup.list.place')}
            value={String(placeId)}
            onChange={(event) => setPlaceId(Number(event.target.value))}
            options={(places.value ?? []).map(({ id, name }) => ({
              value: String(id),
              label: placeName(name),
            }))}
          />
        </div>
      )}
      {status.value && (
        <div className="split backup">
          <BackupTable
            backups={rotation.value ?? []}
            isLoading={rotation.isLoading}
            selected={chosen?.id ?? null}
            onSelect={setSelected}
          />
          <aside className="card" aria-label={t('backup.page.lastProven')}>
            {chosen && <CopyDetails backup={chosen} folder={folder} />}
            <BackupSide status={status.value} />
          </aside>
        </div>
      )}
      {restoring !== null && <RestoreDialog path={restoring} onClose={() => setRestoring(null)} />}
    </div>
  )
}
