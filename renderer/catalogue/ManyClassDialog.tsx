import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { specialClasses, type SpecialClass } from '../../shared/catalogue/contract.ts'
import { isoDateAt, type IsoDate } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { titleIds: number[]; onClose: () => void; onDone: () => void }

/** Many titles enter a special class by one and the same evidence. */
export function ManyClassDialog({ titleIds, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const set = useCommand('catalogue.setClass')
  const unset = useCommand('catalogue.unsetClass')
  const refusalText = useFailureText()
  const [chosen, choose] = useState<SpecialClass>('local_history')
  const [evidence, setEvidence] = useState('')
  const [setOn, setSetOn] = useState<IsoDate | null>(isoDateAt(Date.now()))
  const isReady = evidence.trim() !== '' && setOn !== null

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    const answer = await set.run({ titleIds, class: chosen, evidence, setOn })
    if (!answer.ok) return
    const { titles, ids } = answer.value
    const words = { shown: number(titles), name: t(`catalogue.specialClasses.${chosen}`) }
    toast({
      text: t('catalogue.manyClass.done', words),
      ...(ids.length > 0 && { onUndo: () => undo(ids, words) }),
    })
    onDone()
  }
  async function undo(ids: number[], words: { shown: string; name: string }) {
    const answer = await unset.run({ ids })
    toast({ text: answer.ok ? t('catalogue.manyClass.undone', words) : refusalText(answer.error) })
  }
  return (
    <Dialog title={t('catalogue.manyClass.title', { shown: number(titleIds.length) })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('catalogue.manyClass.class')}
          value={chosen}
          options={specialClasses.map((code) => ({
            value: code,
            label: t(`catalogue.specialClasses.${code}`),
          }))}
          onChange={(event) => {
            const code = specialClasses.find((known) => known === event.target.value)
            if (code) choose(code)
          }}
        />
        <TextArea
          label={t('catalogue.manyClass.evidence')}
          hint={t('catalogue.manyClass.evidenceHint')}
          isRequired
          value={evidence}
          maxLength={2000}
          onChange={(event) => setEvidence(event.target.value)}
        />
        <DateField label={t('catalogue.manyClass.setOn')} value={setOn} onChange={setSetOn} />
        <Failure of={set.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={!isReady || set.isRunning}>
            {t('catalogue.manyClass.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
