import { useEffect, useImperativeHandle, useState, type Ref } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../shared/reports/contract.ts'
import { reports } from '../../shared/reports/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

const NoteFields = reports.commands.setNote.input.pick({ note: true })
type NoteFields = { note: string }
/** The saved version that this text began from. */
type Base = { rev: number; note: string }
/** Saves what is typed, if anything is; null where that did not work and the form says why. */
export type SaveNote = () => Promise<Base | null>

/** The leader's words, the one part of the sheet that is written by hand. */
export function NoteForm({ period, saver }: { period: Period; saver: Ref<SaveNote> }) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const setNote = useCommand('reports.setNote')
  const [base, setBase] = useState<Base>(period)
  const [conflict, setConflict] = useState<{ mine: string; theirs: Base } | null>(null)
  const form = useForm<NoteFields, unknown, NoteFields>({
    defaultValues: { note: period.note },
    resolver: schemaResolver(NoteFields),
  })
  const draft = useDraft(`reports.setNote/${period.id}`, form)
  const { isDirty } = form.formState
  const { rev, note } = period
  const { reset, handleSubmit, setFocus } = form
  useEffect(() => {
    if (isDirty) return
    setBase({ rev, note })
    reset({ note })
  }, [rev, note, isDirty, reset])

  async function save(mine: string, from: Base): Promise<Base | null> {
    const answer = await setNote.run({ id: period.id, rev: from.rev, note: mine })
    if (answer.ok) {
      reset({ note: answer.value.note })
      await draft.finish()
      toast({ text: t('reports.note.saved') })
      return answer.value
    }
    if (answer.error.code !== 'stale') return null
    const current = await call('reports.period', { id: period.id })
    if (!current.ok) return null
    setNote.clear()
    // Checking and sending back also count as changes; only another text is a conflict.
    if ([from.note, mine].includes(current.value.note)) return save(mine, current.value)
    setConflict({ mine, theirs: current.value })
    return null
  }
  async function saveTyped(): Promise<Base | null> {
    if (!isDirty) return { rev, note }
    const outcome: { saved: Base | null } = { saved: null }
    await handleSubmit(async (values) => {
      outcome.saved = await save(values.note, base)
    })()
    if (!outcome.saved) setFocus('note')
    return outcome.saved
  }
  useImperativeHandle(saver, () => saveTyped)
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={async (values) => void (await save(values.note, base))}
        label={t('reports.note.label')}
        enterSubmits={false}
      >
        <TextArea
          {...bind(form).text('note')}
          label={t('reports.note.label')}
          hint={t('reports.note.hint')}
          rows={4}
        />
        <Failure of={setNote.failure} />
        {isDirty && (
          <div className="actions">
            <Button
              kind="primary"
              type="submit"
              icon="save"
              shortcut="Ctrl+Enter"
              disabled={setNote.isRunning}
            >
              {t('reports.note.save')}
            </Button>
            <Button onClick={() => draft.drop()}>{t('common.actions.cancel')}</Button>
          </div>
        )}
      </Form>
      {conflict && (
        <ConflictDialog
          rows={[
            {
              key: 'note',
              label: t('reports.note.label'),
              mine: conflict.mine,
              theirs: conflict.theirs.note,
            },
          ]}
          onClose={() => setConflict(null)}
          onChoose={(sides) => {
            setConflict(null)
            void save(sides.note === 'theirs' ? conflict.theirs.note : conflict.mine, conflict.theirs)
          }}
        />
      )}
    </>
  )
}
