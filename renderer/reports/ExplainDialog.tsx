import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedDoubt } from '../../shared/reports/contract.ts'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import { useCommand } from '../app/operations.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { period: { id: number }; doubt: AskedDoubt; onClose: () => void }

/** Why a figure is as it is, in the words that the report will have. */
export function ExplainDialog({ period: { id }, doubt, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const toast = useToast()
  const explain = useCommand('reports.explainDoubt')
  const { rule, code, details, explanation } = doubt
  const before = explanation?.text ?? ''
  const [text, setText] = useState(before)
  async function save() {
    const about = { id, rule, code, details }
    const answer = await explain.run({ ...about, text })
    if (!answer.ok) return
    const onUndo = async () => void (await explain.run({ ...about, text: before }))
    toast({ text: t('reports.doubts.saved'), onUndo })
    onClose()
  }
  return (
    <ActDialog
      title={t('reports.doubts.dialog')}
      submit={t('reports.doubts.submit')}
      icon="save"
      isReady={text.trim() !== '' || explanation !== null}
      isRunning={explain.isRunning}
      failure={explain.failure}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{doubtText(t, doubt, number, texts.name)}</p>
      <TextArea
        label={t('reports.doubts.text')}
        hint={t('reports.doubts.textHint')}
        value={text}
        rows={4}
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
    </ActDialog>
  )
}
