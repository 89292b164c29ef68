import { useState, type ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Failure, useFailureText, type OperationFailure } from './Failure.tsx'
import { Form, placeRefusal } from './Form.tsx'
import { useToast } from './Toasts.tsx'

type Saving<Saved> = { ok: true; value?: Saved } | { ok: false; error: OperationFailure }

type Props<Values extends FieldValues, Output, Ask extends string, Saved> = {
  title: string
  form: UseFormReturn<Values, unknown, Output>
  /** Refusals that only ask whether it is meant. */
  asks?: readonly Ask[]
  save: (values: Output, accepted: Ask[]) => Promise<Saving<NoInfer<Saved>>>
  command: { failure: OperationFailure | null; isRunning: boolean; clear: () => void }
  /** The field that a refusal speaks of. */
  fieldByCode: Partial<Record<string, string>>
  onClose: () => void
  /** What follows, once the dialog is gone: closing it may be a change of address too. */
  onSaved?: ((saved: Saved) => void) | undefined
  isWide?: boolean
  children: ReactNode
}

/** A record's few fields in a dialog, which is gone once they are saved. */
export function FormDialog<Values extends FieldValues, Output, Saved, Ask extends string = never>(
  props: Props<Values, Output, Ask, Saved>,
) {
  const { title, form, asks = [], save, command, fieldByCode, onClose, isWide = false, children } = props
  const [asked, setAsked] = useState<{ values: Output; accepted: Ask[]; question: string } | null>(null)
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  async function submit(values: Output, accepted: Ask[]) {
    setAsked(null)
    const answer = await save(values, accepted)
    const ask = answer.ok ? undefined : asks.find((code) => code === answer.error.code)
    if (answer.ok) {
      toast({ text: t('common.saved') })
      onClose()
      if (answer.value !== undefined) props.onSaved?.(answer.value)
    } else if (ask !== undefined) {
      command.clear()
      setAsked({ values, accepted: [...accepted, ask], question: text(answer.error) })
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) command.clear()
  }
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <Form form={form} onSubmit={(values) => submit(values, [])} label={title}>
        {children}
        <Failure of={command.failure} />
        {asked && (
          <div className="notice" role="alert">
            <span className="text">{asked.question}</span>
            <Button
              kind="primary"
              disabled={command.isRunning}
              onClick={() => void submit(asked.values, asked.accepted)}
            >
              {t('common.actions.saveAnyway')}
            </Button>
          </div>
        )}
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
