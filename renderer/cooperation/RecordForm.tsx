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
import type { Began } from '../ui/merge-three-ways.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { addressOf } from './addresses.ts'
import { RecordDisputed } from './RecordDisputed.tsx'
import { useRecordConflict, type Version } from './use-record-conflict.ts'

type Saved = { id: number; rev: number }
type Answer = { ok: true; value: Saved } | { ok: false; error: OperationFailure }
/** Refusals that only ask whether it is meant. */
export type Accepted = 'rate_missing'[]

/** A record that is changed: how it stands now, and how the form shows it. */
export type Edited<Values, Output> = {
  id: number
  newest: () => Promise<Version<Output> | null>
  valuesOf: (fields: Output) => Values
}
/** The version that was read travels in the draft, so an old draft meets the newer version instead of hiding it. */
export type Begun<Values, Output> = Values & Partial<Began<Output>>

type Props<Values extends FieldValues, Output extends object> = {
  of: RecordKind
  /** Null for a new one. */
  edited: Edited<Values, Output> | null
  title: string
  formKey: string
  form: UseFormReturn<Begun<Values, Output>, unknown, Output>
  nameOf: (fields: Output) => string
  save: (fields: Output, at: { accepted: Accepted; rev: number }) => Promise<Answer>
  command: { failure: OperationFailure | null; isRunning: boolean; clear: () => void }
  fieldByCode?: Partial<Record<string, string>>
  children: ReactNode
}

/** A record's form on a page of its own: its draft, what it asks back, and the way out. */
export function RecordForm<Values extends FieldValues, Output extends object>(props: Props<Values, Output>) {
  const { of, edited, title, formKey, form, nameOf, save, command, fieldByCode = {}, children } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const draft = useDraft(formKey, form)
  const remove = useCommand('cooperation.removeRecord')
  const [asked, setAsked] = useState<{ fields: Output; question: string } | null>(null)
  const id = edited?.id ?? null
  const back =
    id === null
      ? { to: addressOf(of), label: t(`cooperation.tabs.${`${of}s` as const}`) }
      : { to: addressOf(of, id), label: t(`cooperation.menu.${of}`) }
  useShortcut('Escape', () => void navigate(back.to))
  const conflict = useRecordConflict<Output>({
    async newest() {
      const theirs = (await edited?.newest()) ?? null
      if (theirs) command.clear()
      return theirs
    },
    async saveMerged(merged, theirs) {
      if (!edited) return
      const began = { rev: theirs.rev, base: theirs.fields }
      form.reset({ ...edited.valuesOf(merged), ...began }, { keepDefaultValues: true })
      await submit(merged, { isMerged: true })
    },
  })
  async function submit(
    fields: Output,
    how: { accepted?: Accepted; isMerged?: boolean } = {},
  ): Promise<void> {
    setAsked(null)
    const { rev = 0, base } = form.getValues() as Partial<Began<Output>>
    const answer = await save(fields, { accepted: how.accepted ?? [], rev })
    if (!answer.ok) {
      if (answer.error.code === 'stale' && base) await conflict.meet(fields, base)
      else if (answer.error.code === 'rate_missing') {
        command.clear()
        setAsked({ fields, question: text(answer.error) })
      } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) command.clear()
      return
    }
    await draft.finish()
    const saved = answer.value
    toast({
      text:
        id === null
          ? t('cooperation.page.added', { name: nameOf(fields) })
          : t(how.isMerged ? 'ui.conflict.merged' : 'common.saved'),
      ...(id === null && {
        onUndo: async () => void (await remove.run({ of, id: saved.id, rev: saved.rev })),
      }),
    })
    void navigate(addressOf(of, saved.id), { replace: true })
  }
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={(fields) => submit(fields)} label={title} enterSubmits={false}>
        {children}
        <Failure of={command.failure} />
        {asked && (
          <div className="notice" role="alert">
            <span className="text">{asked.question}</span>
            <Button
              kind="primary"
              disabled={command.isRunning}
              onClick={() => void submit(asked.fields, { accepted: ['rate_missing'] })}
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
      <RecordDisputed of={of} conflict={conflict} />
    </div>
  )
}
