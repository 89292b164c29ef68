import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Failure, useFailureText, type OperationFailure } from './Failure.tsx'
import { Form, placeRefusal } from './Form.tsx'
import { useToast } from './Toasts.tsx'

type Props<Values extends FieldValues, Output> = {
  title: string
  form: UseFormReturn<Values, unknown, Output>
  save: (values: Output) => Promise<{ ok: true } | { ok: false; error: OperationFailure }>
  command: { failure: OperationFailure | null; isRunning: boolean; clear: () => void }
  /** The field that a refusal speaks of. */
  fieldByCode: Partial<Record<string, string>>
  onClose: () => void
  isWide?: boolean
  children: ReactNode
}

/** A record's few fields in a dialog, which is gone once they are saved. */
export function FormDialog<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { title, form, save, command, fieldByCode, onClose, isWide = false, children } = props
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  async function submit(values: Output) {
    const answer = await save(values)
    if (answer.ok) {
      toast({ text: t('common.saved') })
      onClose()
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) command.clear()
  }
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <Form form={form} onSubmit={submit} label={title}>
        {children}
        <Failure of={command.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
