import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingKind, InspectedPage } from '../../shared/inspection/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
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
  async function submit() {
    if (!isReady) return
    const { inspectionId } = page
    const answer = await noteOutside.run({ inspectionId, code, page: number, kindIds: [kindId], note })
    if (!answer.ok) return
    onNoted(answer.value)
    toast({ text: t('inspection.outside.done', { code: answer.value.code, page: number }) })
    onClose()
  }
  return (
    <ActDialog
      title={t('inspection.outside.title')}
      onClose={onClose}
      submit={t('inspection.outside.submit')}
      isReady={isReady}
      isRunning={noteOutside.isRunning}
      failure={noteOutside.failure}
      onSubmit={submit}
    >
      <p className="soft">{t('inspection.outside.text')}</p>
      <div className="form-grid narrow">
        <TextField
          label={t('inspection.fields.job')}
          isRequired
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <NumberField label={t('inspection.rescanList.page')} isRequired value={number} onChange={setNumber} />
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
    </ActDialog>
  )
}
