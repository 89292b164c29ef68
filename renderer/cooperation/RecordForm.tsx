import { useState, type ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RecordKind } from '../../shared/cooperation/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText, type OperationFailure } from '../ui/Failure.tsx'
import { Form, placeRefusal } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { addressOf } from './addresses.ts'

type Saved = { id: number; rev: number }
type Answer = { ok: true; value: Saved } | { ok: false; error: OperationFailure }
/** Refusals that only ask whether it is meant. */
export type Accepted = 'rate_missing'[]

type Props<Values extends FieldValues, Output> = {
  of: RecordKind
  /** Null for a new one. */
  id: number | null
  title: string
  formKey: string
  form: UseFormReturn<Values, unknown, Output>
  nameOf: (fields: Output) => string
  save: (fields: Output, accepted: Accepted) => Promise<Answer>
  command: { failure: OperationFailure | null; isRunning: boolean; clear: () => void }
  fieldByCode?: Partial<Record<string, string>>
  children: ReactNode
}

/** A record's form on a page of its own: its draft, what it asks back, and the way out. */
export function RecordForm<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { of, id, title, formKey, form, nameOf, save, command, fieldByCode = {}, children } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const draft = useDraft(formKey, form)
  const remove = useCommand('cooperation.removeRecord')
  const [asked, setAsked] = useState<{ fields: Output; question: string } | null>(null)
  const back =
    id === null
      ? { to: addressOf(of), label: t(`cooperation.tabs.${`${of}s` as const}`) }
      : { to: addressOf(of, id), label: t(`cooperation.menu.${of}`) }
  useShortcut('Escape', () => void navigate(back.to))
  async function submit(fields: Output, accepted: Accepted): Promise<void> {
    setAsked(null)
    const answer = await save(fields, accepted)
    if (!answer.ok) {
      if (answer.error.code === 'rate_missing') {
        command.clear()
        setAsked({ fields, question: text(answer.error) })
      } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) command.clear()
      return
    }
    await draft.finish()
    const { id: savedId, rev } = answer.value
    toast({
      text: id === null ? t('cooperation.page.added', { name: nameOf(fields) }) : t('common.saved'),
      ...(id === null && { onUndo: async () => void (await remove.run({ of, id: savedId, rev })) }),
    })
    void navigate(addressOf(of, savedId), { replace: true })
  }
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={(fields) => submit(fields, [])} label={title} enterSubmits={false}>
        {children}
        <Failure of={command.failure} />
        {asked && (
          <div className="notice" role="alert">
            <span className="text">{asked.question}</span>
            <Button
              kind="primary"
              disabled={command.isRunning}
              onClick={() => void submit(asked.fields, ['rate_missing'])}
            >
              {t('cooperation.page.saveAnyway')}
            </Button>
          </div>
        )}
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={() => void navigate(back.to)}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
}
