import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { BackupTable } from './BackupTable.tsx'
import { LastProven } from './LastProven.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { Restorations } from './Restorations.tsx'

const checks = ['readable', 'linked', 'chained', 'filed'] as const

export function BackupPage() {
  const { t } = useTranslation()
  const { value: status, failure } = useQuery('backup.status', {})
  const make = useJob('backup.make')
  const mayRestore = useCan()('backup.restore')
  const [selected, setSelected] = useState<string | null>(null)
  /** The path of a copy; empty where it is still to be chosen. */
  const [restoring, setRestoring] = useState<string | null>(null)
  const { job } = make
  const isCopied = job !== null && job.total !== null && job.done >= job.total
  return (
    <div className="page filled">
      <PageHeader title={t('backup.page.title')} hint={t('backup.page.hint')}>
        {mayRestore && (
          <Button icon="restore" onClick={() => setRestoring(selected ?? '')}>
            {t(selected ? 'backup.restore.open' : 'backup.restore.openOther')}
          </Button>
        )}
        <Button kind="primary" icon="save" disabled={make.isRunning} onClick={() => void make.start({})}>
          {t('backup.page.make')}
        </Button>
      </PageHeader>
      <Failure of={failure} />
      <JobProgress run={make} label={isCopied ? t('backup.page.proving') : undefined} />
      {make.output && (
        <Notice icon="check" text={t('backup.page.made', { fileName: make.output.fileName })} />
      )}
      {status && (
        <div className="split backup">
          <BackupTable
            backups={status.backups}
            onSelect={(fileName) => setSelected(`${status.folder}/${fileName}`)}
          />
          <aside className="card" aria-label={t('backup.page.lastProven')}>
            <LastProven at={status.lastProvenAt} />
            <CopyField label={t('backup.page.folder')} hint={t('backup.page.carry')} text={status.folder} />
            <Restorations restorations={status.restorations} />
            <h2>{t('backup.page.meaning')}</h2>
            <p>{t('backup.page.meaningText')}</p>
            <ul className="dotted">
              {checks.map((check) => (
                <li key={check}>{t(`backup.page.checks.${check}`)}</li>
              ))}
            </ul>
          </aside>
        </div>
      )}
      {restoring !== null && <RestoreDialog path={restoring} onClose={() => setRestoring(null)} />}
    </div>
  )
}
