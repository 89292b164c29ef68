import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { rightsStatuses } from '../../shared/digitization/rules.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { titleIds: number[]; onClose: () => void; onDone?: () => void }

/** One decision for one title or many: what holds, on what ground, what proves it, and who says so. */
export function RightsDialog({ titleIds, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const decide = useCommand('digitization.decideRights')
  const takeBack = useCommand('digitization.takeBackRights')
  const [status, setStatus] = useState<(typeof rightsStatuses)[number]>('public_domain')
  const [basis, setBasis] = useState('')
  const [evidence, setEvidence] = useState('')
  const [decidedBy, setDecidedBy] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(() => isoDateAt(Date.now()))
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const isProven = status === 'unknown' || (basis.trim() !== '' && evidence.trim() !== '')
  const isReady = isProven && decidedBy.trim() !== '' && decidedOn !== null
  const shown = number(titleIds.length)
  async function submit() {
    if (decidedOn === null) return
    const answer = await decide.run({ titleIds, status, basis, evidence, decidedBy, decidedOn, expiresOn })
    if (!answer.ok) return
    const { ids, titles } = answer.value
    toast({
      text: t('digitization.rights.done', { shown: number(titles) }),
      onUndo: async () => void (await takeBack.run({ ids })),
    })
    onClose()
    onDone?.()
  }
  return (
    <ActDialog
      title={t('digitization.rights.dialog', { shown })}
      onClose={onClose}
      submit={t('digitization.rights.submit', { shown })}
      isReady={isReady}
      isRunning={decide.isRunning}
      failure={decide.failure}
      onSubmit={submit}
    >
      <Select
        label={t('digitization.rights.status')}
        value={status}
        options={rightsStatuses.map((each) => ({
          value: each,
          label: t(`digitization.rightsStatuses.${each}`),
        }))}
        onChange={(event) => setStatus(rightsStatuses.find((each) => each === event.target.value) ?? status)}
      />
      <TextArea
        label={t('digitization.rights.basis')}
        hint={t('digitization.rights.basisHint')}
        isRequired={status !== 'unknown'}
        rows={2}
        maxLength={1000}
        value={basis}
        onChange={(event) => setBasis(event.target.value)}
      />
      <TextArea
        label={t('digitization.rights.evidence')}
        hint={t('digitization.rights.evidenceHint')}
        isRequired={status !== 'unknown'}
        rows={2}
        maxLength={2000}
        value={evidence}
        onChange={(event) => setEvidence(event.target.value)}
      />
      <div className="form-grid">
        <TextField
          label={t('digitization.rights.decidedBy')}
          hint={t('digitization.rights.decidedByHint')}
          isRequired
          maxLength={200}
          value={decidedBy}
          onChange={(event) => setDecidedBy(event.target.value)}
        />
        <DateField
          label={t('digitization.rights.decidedOn')}
          isRequired
          value={decidedOn}
          onChange={setDecidedOn}
        />
        <DateField
          label={t('digitization.rights.expiresOn')}
          hint={t('digitization.rights.expiresHint')}
          value={expiresOn}
          onChange={setExpiresOn}
        />
      </div>
    </ActDialog>
  )
}
