import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { InspectionRecord } from './InspectionPage.tsx'
import { lookedOf } from './looked.ts'

/** The verdict that the figures give, which a person puts the name to. */
export function CloseDialog({ inspection, onClose }: { inspection: InspectionRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const close = useCommand('inspection.close')
  const { id, rev, counts, standing, members } = inspection
  const [conclusion, setConclusion] = useState(inspection.conclusion)
  const [minutesNumber, setNumber] = useState(inspection.minutesNumber)
  const verdict = standing === 'passed' ? 'passed' : 'failed'
  const left = counts.size - lookedOf(counts)
  async function submit() {
    const answer = await close.run({ id, rev, verdict, conclusion, minutesNumber })
    if (!answer.ok) return
    toast({ text: t(`inspection.closing.done.${verdict}`) })
    onClose()
  }
  return (
    <ActDialog
      title={t('inspection.closing.title', { name: inspection.name })}
      onClose={onClose}
      submit={t(`inspection.closing.submit.${verdict}`)}
      icon="lock"
      isRunning={close.isRunning}
      failure={close.failure}
      onSubmit={submit}
    >
      <p>
        {t(`inspection.closing.verdicts.${verdict}`, {
          size: number(counts.size),
          critical: number(counts.critical),
          major: number(counts.major),
          minor: number(counts.minor),
        })}
      </p>
      {left > 0 && <Notice text={t('inspection.closing.left', { shown: number(left) })} />}
      {members.length === 0 && <Notice icon="people" text={t('inspection.closing.noMembers')} />}
      <TextArea
        label={t('inspection.fields.conclusion')}
        hint={t('inspection.closing.conclusionHint')}
        rows={3}
        maxLength={5000}
        value={conclusion}
        onChange={(event) => setConclusion(event.target.value)}
      />
      <TextField
        label={t('inspection.fields.minutesNumber')}
        hint={t('inspection.closing.numberHint')}
        maxLength={100}
        value={minutesNumber}
        onChange={(event) => setNumber(event.target.value)}
      />
      <p className="soft">{t('inspection.closing.text')}</p>
    </ActDialog>
  )
}
