import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingKind, InspectedPage } from '../../shared/inspection/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = {
  page: InspectedPage
  kinds: readonly FindingKind[]
  onNoted: (said: InspectedPage) => void
  onClose: () => void
}

/** Something wrong that was seen beside the sample: it is scanned again, and counts for no rate. */
export function OutsideDialog({ page, kinds, onNoted, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const noteOutside = useCommand('inspection.noteOutside')
  const [code, setCode] = useState(page.code)
  const [number, setNumber] = useState<number | null>(null)
  const [kindId, setKind] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const isReady =
    code.trim() !== '' && number !== null && Number.isInteger(number) && number > 0 && kindId !== null
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    const { inspectionId } = page
    const answer = await noteOutside.run({ inspectionId, code, page: number, kindIds: [kindId], note })
    if (!answer.ok) return
    onNoted(answer.value)
    toast({ text: t('inspection.outside.done', { code: answer.value.code, page: number }) })
    onClose()
  }
  return (
    <Dialog title={t('inspection.outside.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="soft">{t('inspection.outside.text')}</p>
        <div className="form-grid narrow">
          <TextField
            label={t('inspection.fields.job')}
            isRequired
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <NumberField
            label={t('inspection.rescanList.page')}
            isRequired
            value={number}
            onChange={setNumber}
          />
        </div>
        <Select
          label={t('inspection.rescanList.findings')}
          isRequired
          value={kindId === null ? '' : String(kindId)}
          emptyLabel={t('inspection.outside.choose')}
          options={kinds.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => setKind(Number(event.target.value) || null)}
        />
        <TextField
          label={t('inspection.rescanList.note')}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Failure of={noteOutside.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={!isReady || noteOutside.isRunning}>
            {t('inspection.outside.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
