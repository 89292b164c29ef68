import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { usePeriodName } from './use-period-name.ts'

/** A package of another library: verified, named, and taken in once; a new key is taken on a person's word only. */
export function TakeInPackage({ onTaken }: { onTaken: (period: string) => void }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const periodName = usePeriodName()
  const taking = useJob('reports.takeInPackage')
  const [file, setFile] = useState<FileTicket | null>(null)
  async function take(given: FileTicket | null, acceptsKey = false) {
    if (!given) return
    setFile(given)
    await taking.start({ file: given, acceptsKey })
  }
  const { output } = taking
  return (
    <>
      <Button
        kind="primary"
        icon="add"
        disabled={taking.isRunning}
        onClick={() => void door.pickFile('.khosach').then((given) => take(given))}
      >
        {t('reports.units.takeIn')}
      </Button>
      <JobProgress run={taking} />
      {taking.failure?.code === 'other_key' && (
        <Button onClick={() => void take(file, true)}>{t('reports.units.acceptKey')}</Button>
      )}
      {output && (
        <Notice
          icon="check"
          text={t(
            output.countedRevision > output.revision ? 'reports.units.takenOlder' : 'reports.units.taken',
            {
              name: output.name,
              period: periodName(output.period),
              revision: output.revision,
              counted: output.countedRevision,
            },
          )}
        >
          <Button kind="quiet" onClick={() => onTaken(output.period)}>
            {t('reports.units.show', { period: periodName(output.period) })}
          </Button>
        </Notice>
      )}
    </>
  )
}
