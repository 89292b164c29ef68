import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { DropFileDialog } from './DropFileDialog.tsx'
import { DropRunDialog } from './DropRunDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'

type Props = {
  run: ImportRun
  isBusy: boolean
  /** Titles that leave when it is written. */
  vanishing: number
  onWrite: () => void
  onUndo: (keepsUsed: boolean) => void
}

/** What can be done with a run as it stands; the button that writes says how much it will write. */
export function RunActs({ run, isBusy, vanishing, onWrite, onUndo }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'undo' | 'dropRun' | 'dropFile' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {run.state === 'staged' && <WriteButton {...{ run, isBusy, vanishing, onWrite }} />}
      {run.state === 'written' && (
        <Button icon="restore" disabled={isBusy} onClick={() => setOpen('undo')}>
          {t('interchange.run.undo')}
        </Button>
      )}
      {(run.state === 'written' || run.state === 'undone') && run.hasFile && (
        <Button icon="file" disabled={isBusy} onClick={() => setOpen('dropFile')}>
          {t('interchange.run.dropFile')}
        </Button>
      )}
      {(run.state === 'staged' || run.state === 'undone') && (
        <Button icon="remove" disabled={isBusy} onClick={() => setOpen('dropRun')}>
          {t('interchange.run.dropRun')}
        </Button>
      )}
      {open === 'undo' && (
        <UndoDialog
          run={run}
          onClose={close}
          onUndo={(keepsUsed) => {
            close()
            onUndo(keepsUsed)
          }}
        />
      )}
      {open === 'dropFile' && <DropFileDialog run={run} onClose={close} />}
      {open === 'dropRun' && <DropRunDialog run={run} onClose={close} />}
    </>
  )
}

function WriteButton({ run, isBusy, vanishing, onWrite }: Omit<Props, 'onUndo'>) {
  const { t } = useTranslation()
  const number = useNumberText()
  const plan = useQuery('interchange.effect', { runId: run.id }).value?.plan
  const isNothing =
    plan !== undefined && plan.create + plan.overlay + plan.copyCount + plan.copies + vanishing === 0
  const isReady = plan !== undefined && !isNothing && !isBusy
  useShortcut('Ctrl+Enter', onWrite, isReady)
  return (
    <Button
      kind="primary"
      icon="save"
      shortcut="Ctrl+Enter"
      disabled={!isReady}
      title={isNothing ? t('interchange.run.nothingToWrite') : undefined}
      onClick={onWrite}
    >
      {plan
        ? t('interchange.run.write', { titles: number(plan.create), copies: number(plan.copyCount) })
        : t('interchange.run.writeWaiting')}
    </Button>
  )
}
