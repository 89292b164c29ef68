import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { CheckFixityDialog } from './CheckFixityDialog.tsx'
import { CopyList } from './CopyList.tsx'
import { MarkDialog } from './MarkDialog.tsx'
import { VolumeDialog } from './VolumeDialog.tsx'
import { VolumeFacts } from './VolumeFacts.tsx'
import { VolumeMenu } from './VolumeMenu.tsx'
import { FixityOutcome, RegisterOutcome } from './VolumeOutcomes.tsx'

/** One disk: what is on it, how it stands by its last check, and what is to be done about it. */
export function VolumePage() {
  const { t, i18n } = useTranslation()
  const id = Number(useParams()['id'])
  const can = useCan()
  const number = useNumberText()
  const { value: volume, failure } = useQuery('preservation.volume', { id })
  const check = useJob('preservation.checkFixity')
  const register = useJob('preservation.registerCopies')
  const [open, setOpen] = useState<'check' | 'edit' | 'mark' | null>(null)
  const close = () => setOpen(null)
  if (!volume)
    return (
      <div className="page">
        <Failure of={failure} />
      </div>
    )
  const { code, name, attachedAt, markedAt, retiredOn, mismatched, missing, unreadable } = volume
  const bad = mismatched + missing + unreadable
  const isAtHand = attachedAt !== null && retiredOn === null
  const isBusy = check.isRunning || register.isRunning
  const style = numberStyle(i18n.language)
  const amount = ({ done, total }: { done: number; total: number | null }) =>
    t('preservation.volume.reading', {
      done: formatSize(done, style),
      total: total === null ? '…' : formatSize(total, style),
    })
  return (
    <div className="page filled files-page">
      <PageHeader
        title={t('preservation.volume.title', { code, name })}
        back={{ to: '/preservation/volumes', label: t('preservation.volumes.title') }}
      >
        {can('preservation.write') && (
          <>
            <Button
              icon="add"
              disabled={!isAtHand || isBusy}
              onClick={() => void register.start({ volumeId: id })}
            >
              {t('preservation.volume.register')}
            </Button>
            <Button
              kind="primary"
              icon="check"
              disabled={!isAtHand || isBusy || volume.copies === 0}
              onClick={() => setOpen('check')}
            >
              {t('preservation.volume.check')}
            </Button>
          </>
        )}
        <VolumeMenu volume={volume} onEdit={() => setOpen('edit')} onMark={() => setOpen('mark')} />
      </PageHeader>
      <JobProgress run={check} amount={amount} />
      <JobProgress run={register} amount={amount} />
      {check.output?.volumeId === id && <FixityOutcome outcome={check.output} onClose={check.clear} />}
      {register.output?.volumeId === id && (
        <RegisterOutcome outcome={register.output} onClose={register.clear} />
      )}
      {bad > 0 && (
        <div className="notice bad" role="alert">
          <div className="text">
            {t('preservation.volume.troubleHint', { count: bad, shown: number(bad) })}
          </div>
        </div>
      )}
      {markedAt === null && <Notice text={t('preservation.volume.unmarkedHint')} />}
      {markedAt !== null && attachedAt === null && <Notice text={t('preservation.volume.awayHint')} />}
      <VolumeFacts volume={volume} />
      <CopyList volume={volume} />
      {open === 'check' && (
        <CheckFixityDialog
          code={code}
          onClose={close}
          onStart={(asked) => void check.start({ volumeId: id, ...asked })}
        />
      )}
      {open === 'edit' && <VolumeDialog volume={volume} onClose={close} />}
      {open === 'mark' && <MarkDialog volume={volume} onClose={close} />}
    </div>
  )
}
