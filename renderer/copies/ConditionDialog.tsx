import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Condition, conditions } from '../../shared/copies/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ActFacts } from './ActFacts.tsx'
import { isLive } from './copy-groups.ts'
import type { ActDialogProps } from './CopyBulk.tsx'
import { useWords } from './use-words.ts'

/** Notes from which day on the chosen copies are in another condition. */
export function ConditionDialog({ copies, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const { word, options } = useWords()
  const set = useCommand('copies.setCondition')
  const [condition, setCondition] = useState<Condition>('worn')
  const [on, setOn] = useState<string | null>(isoDateAt(Date.now()))
  const live = copies.filter(isLive)
  const words = { count: live.length, shown: number(live.length) }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!on) return
    const answer = await set.run({ copyIds: live.map(({ id }) => id), condition, on })
    if (!answer.ok) return
    const { copies: count } = answer.value
    toast({
      text: t('copies.acts.conditionSet', {
        count,
        shown: number(count),
        condition: word('copies.conditions', condition),
      }),
    })
    onDone()
  }
  return (
    <Dialog title={t('copies.acts.conditionTitle', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <ActFacts copies={copies} nameOf={(copy) => word('copies.conditions', copy.condition)} />
        <div className="form-grid">
          <Select
            label={t('copies.acts.condition')}
            options={options('copies.conditions', conditions)}
            value={condition}
            onChange={(event) => setCondition(Condition.parse(event.target.value))}
          />
          <DateField label={t('copies.acts.on')} isRequired value={on} onChange={setOn} />
        </div>
        <Failure of={set.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={!on || live.length === 0 || set.isRunning}>
            {t('copies.acts.apply', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
