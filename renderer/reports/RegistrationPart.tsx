import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Registration } from '../../shared/reports/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseFiles, readied } from '../app/evidence-files.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'

type Props = { period: Output<'reports.period'>; restatement: number | null }

/** What the clerical desk writes on a signed paper: its number, its day and the stamped copy. */
export function RegistrationPart({ period, restatement }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [isOpen, setOpen] = useState(false)
  const registration = period.registrations.find((each) => each.restatement === restatement)
  const mayWrite = can('reports.prepare')
  return (
    <>
      {registration ? (
        <Registered registration={registration} />
      ) : (
        <p className="soft small">{t('reports.registration.none')}</p>
      )}
      {mayWrite && (
        <div className="row no-print">
          <Button icon="edit" onClick={() => setOpen(true)}>
            {t(registration ? 'reports.registration.correct' : 'reports.registration.enter')}
          </Button>
          {registration && <AttachScan periodId={period.id} registration={registration} />}
        </div>
      )}
      {isOpen && (
        <RegisterDialog
          period={period}
          restatement={restatement}
          registration={registration ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Registered({ registration }: { registration: Registration }) {
  const { t } = useTranslation()
  const open = useJob('reports.openScan')
  useSavedFile(open.output?.file, open.clear)
  const { id, number, on, by, at, reason, scan } = registration
  return (
    <>
      <PropertyList
        isNarrow
        properties={[
          { key: 'number', label: t('reports.registration.number'), value: number },
          { key: 'on', label: t('reports.registration.on'), value: displayDate(on) },
          {
            key: 'by',
            label: t('reports.registration.by'),
            value: [by, displayInstant(at)].filter(Boolean).join(' · '),
          },
          ...(reason ? [{ key: 'reason', label: t('reports.registration.corrected'), value: reason }] : []),
          {
            key: 'scan',
            label: t('reports.registration.scan'),
            value: scan ? (
              <Button kind="quiet" icon="file" onClick={() => void open.start({ id })}>
                {scan.name}
              </Button>
            ) : (
              t('reports.registration.noScan')
            ),
          },
        ]}
      />
      <Failure of={open.failure} />
    </>
  )
}

function AttachScan({ periodId, registration }: { periodId: number; registration: Registration }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const attach = useJob('reports.attachScan')
  const [refused, setRefused] = useState<string[]>([])
  async function pick() {
    const chosen = await readied((await chooseFiles()).slice(0, 1))
    setRefused(chosen.refused)
    const [file] = await door.takeFiles(chosen.ready.map((each) => each.file))
    if (file) await attach.start({ periodId, restatement: registration.restatement, file })
  }
  return (
    <>
      <Button icon="attach" disabled={attach.isRunning} onClick={() => void pick()}>
        {t(registration.scan ? 'reports.registration.replaceScan' : 'reports.registration.attachScan')}
      </Button>
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('reports.errors.not_evidence', { name })} />
      ))}
      <JobProgress run={attach} />
    </>
  )
}
