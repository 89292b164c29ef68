import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection, TitleEdit } from '../../shared/catalogue/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { BatchEditFields } from './BatchEditFields.tsx'
import { BatchEditPreview } from './BatchEditPreview.tsx'
import { BatchEditResult } from './BatchEditResult.tsx'

type Props = { selection: Selection; count: number; onClose: () => void; onDone: () => void }

/** One change to many titles: chosen, looked at before and after, made, and taken back where it was wrong. */
export function BatchEditDialog({ selection, count, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [edit, setEdit] = useState<TitleEdit | null>(null)
  const [isLooking, setLooking] = useState(false)
  const run = useJob('catalogue.editTitles')
  const preview = useQuery(
    'catalogue.previewEdit',
    { selection, edit: edit ?? { kind: 'remove_marc', tag: '   ' } },
    { isActive: isLooking && edit !== null },
  )
  const isOver = run.output !== null
  const isWorking = run.isRunning || isOver
  return (
    <Dialog
      isWide
      title={t('catalogue.batch.title', { shown: number(count) })}
      onClose={isOver ? onDone : onClose}
    >
      {!isWorking && (
        <BatchEditFields
          isLocked={isLooking}
          onReady={(ready) => {
            setEdit(ready)
            setLooking(true)
          }}
          onChange={() => setLooking(false)}
        />
      )}
      {!isWorking && isLooking && (
        <>
          <Failure of={preview.failure} />
          {preview.isLoading && <p className="soft">{t('ui.list.loading')}</p>}
          {preview.value && edit && (
            <>
              <BatchEditPreview preview={preview.value} />
              <div className="actions">
                <Button
                  kind="primary"
                  disabled={preview.value.changed === 0}
                  onClick={() => void run.start({ selection, edit })}
                >
                  {t('catalogue.batch.run', { shown: number(preview.value.changed) })}
                </Button>
                <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
              </div>
            </>
          )}
        </>
      )}
      <JobProgress run={run} />
      {run.output && <BatchEditResult result={run.output} onDone={onDone} />}
    </Dialog>
  )
}
