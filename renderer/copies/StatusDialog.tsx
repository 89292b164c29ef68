import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyStatus, type Copy } from '../../shared/copies/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ActFacts } from './ActFacts.tsx'
import { groupBy, isLive } from './copy-groups.ts'
import type { ActDialogProps } from './CopyBulk.tsx'
import { useWords } from './use-words.ts'

/** Loans and rotation set their own states; by hand a copy is one of these. */
const settable = ['available', 'in_process', 'in_repair', 'missing'] as const

export function StatusDialog({ copies, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const text = useFailureText()
  const { word, options } = useWords()
  const set = useCommand('copies.setStatus')
  const [status, setStatus] = useState<CopyStatus>('available')
  const live = copies.filter(isLive)
  const words = { count: live.length, shown: number(live.length) }

  async function undo(former: Copy[]) {
    for (const { name, rows } of groupBy(former, (copy) => copy.status)) {
      const answer = await set.run({ copyIds: rows.map(({ id }) => id), status: CopyStatus.parse(name) })
      if (!answer.ok) return toast({ text: text(answer.error) })
    }
    toast({ text: t('copies.acts.statusUndone', { count: former.length, shown: number(former.length) }) })
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await set.run({ copyIds: live.map(({ id }) => id), status })
    if (!answer.ok) return
    const { copies: count } = answer.value
    const done = { count, shown: number(count), status: word('copies.statuses', status) }
    toast({ text: t('copies.acts.statusSet', done), onUndo: () => undo(live) })
    onDone()
  }
  return (
    <Dialog title={t('copies.acts.statusTitle', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <ActFacts copies={copies} nameOf={(copy) => word('copies.statuses', copy.status)} />
        <Select
          label={t('copies.acts.status')}
          options={options('copies.statuses', settable)}
          value={status}
          onChange={(event) => setStatus(CopyStatus.parse(event.target.value))}
        />
        <Failure of={set.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={live.length === 0 || set.isRunning}>
            {t('copies.acts.apply', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
