import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Partner } from '../../shared/cooperation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { partner: Partner; onClose: () => void; onMerged: (intoId: number) => void }

const suggestedAtMost = 20

/** One that was written twice becomes one; all that spoke of the double speaks of the other. */
export function MergeDialog({ partner, onClose, onMerged }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const merge = useCommand('cooperation.mergePartners')
  const [text, setText] = useState('')
  const [into, setInto] = useState('')
  const found = useQuery(
    'cooperation.partners',
    { text: useDeferredValue(text), limit: suggestedAtMost },
    { keepsPrevious: true },
  )
  const options = (found.value?.rows ?? [])
    .filter(({ id }) => id !== partner.id)
    .map(({ id, name }) => ({ value: String(id), label: name }))
  const { activities, projects, agreements, delegations, gifts } = partner
  const uses = activities + projects + agreements + delegations + gifts
  async function run() {
    const answer = await merge.run({ id: partner.id, intoId: Number(into) })
    if (!answer.ok) return
    toast({ text: t('cooperation.merge.done', { name: partner.name, into: answer.value.name }) })
    onMerged(answer.value.id)
  }
  return (
    <Dialog
      title={t('cooperation.merge.title', { name: partner.name })}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" disabled={into === '' || merge.isRunning} onClick={() => void run()}>
            {t('cooperation.merge.run')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('cooperation.merge.text', { name: partner.name, count: uses })}</p>
      <Combobox
        label={t('cooperation.merge.into')}
        value={into}
        options={options}
        onType={setText}
        onChange={setInto}
      />
      <Failure of={merge.failure} />
    </Dialog>
  )
}
