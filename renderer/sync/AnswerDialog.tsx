import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Question } from './QuestionPart.tsx'

const longest = 4000

/** An explanation, or a restatement that is pointed at; nothing leaves before the next sending. */
export function AnswerDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const answer = useCommand('sync.answerQuestion')
  const { restatements } = question
  const chosen = restatements.find(({ number }) => number === question.answer?.restatement)
  const [text, setText] = useState(question.answer?.text ?? '')
  const [restatementId, setRestatementId] = useState(String(chosen?.id ?? ''))
  async function submit() {
    const restated = restatementId === '' ? null : Number(restatementId)
    const done = await answer.run({ id: question.id, text, restatementId: restated })
    if (!done.ok) return
    toast({ text: t('sync.answers.kept') })
    onClose()
  }
  return (
    <ActDialog
      title={t('sync.answers.title')}
      submit={t('sync.answers.act')}
      icon="check"
      isReady={text.trim() !== ''}
      isRunning={answer.isRunning}
      failure={answer.failure}
      onSubmit={submit}
      onClose={onClose}
      isWide
    >
      <p className="message-text">{question.text}</p>
      <TextArea
        label={t('sync.answers.text')}
        hint={t('sync.answers.textHint')}
        isRequired
        rows={6}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        label={t('sync.answers.by')}
        hint={restatements.length === 0 ? t('sync.answers.byNone') : t('sync.answers.byHint')}
        emptyLabel={t('sync.answers.explanation')}
        disabled={restatements.length === 0}
        value={restatementId}
        options={restatements.map(({ id, number, reason, signedAt }) => ({
          value: String(id),
          label: t('sync.answers.restated', { number, reason, at: displayInstant(signedAt) }),
        }))}
        onChange={(event) => setRestatementId(event.target.value)}
      />
    </ActDialog>
  )
}
