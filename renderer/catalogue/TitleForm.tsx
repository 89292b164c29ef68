import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TitleFields, type Title } from '../../shared/catalogue/contract.ts'
import { rev } from '../../shared/fields.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { ConflictDialog, mergeSides, type Sides } from '../ui/ConflictDialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { TitleFieldset } from './TitleFieldset.tsx'
import { differingFields, fieldOfRefusal, fieldsOf } from './title-values.ts'

/** The version that was read travels in the draft, so an old draft meets the newer version instead of hiding it. */
const ChangedTitle = TitleFields.extend({ rev })
type ChangedTitle = TitleFields & { rev: number }
type Conflict = { mine: ChangedTitle; theirs: Title }

/** Changes a title in its place. Who saves second sees both versions and chooses. */
export function TitleForm({ title, onDone }: { title: Title; onDone: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const update = useCommand('catalogue.updateTitle')
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const form = useForm<ChangedTitle, unknown, ChangedTitle>({
    defaultValues: { ...fieldsOf(title), rev: title.rev },
    resolver: schemaResolver(ChangedTitle),
  })
  const draft = useDraft(`catalogue.updateTitle/${title.id}`, form)

  async function save(values: ChangedTitle) {
    const answer = await update.run({ ...values, id: title.id })
    if (answer.ok) {
      await draft.finish()
      toast({ text: t('common.saved') })
      onDone()
      return
    }
    if (answer.error.code === 'stale') {
      const current = await call('catalogue.title', { id: title.id })
      if (current.ok) {
        update.clear()
        setConflict({ mine: values, theirs: current.value })
      }
    } else if (
      placeRefusal(form, { failure: answer.error, fieldByCode: fieldOfRefusal, text: refusalText })
    ) {
      update.clear()
    }
  }
  function choose({ mine, theirs }: Conflict, sides: Sides) {
    const merged = { ...mergeSides(mine, theirs, sides), rev: theirs.rev }
    form.reset(merged, { keepDefaultValues: true })
    setConflict(null)
    void save(merged)
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('common.actions.edit')} enterSubmits={false}>
        <Failure of={update.failure} />
        <div className="form-grid">
          <TitleFieldset fields={bind(form)} />
        </div>
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={update.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button
            onClick={() => {
              draft.drop()
              onDone()
            }}
          >
            {t('common.actions.cancel')}
          </Button>
        </div>
      </Form>
      {conflict && (
        <ConflictDialog
          rows={differingFields(conflict.mine, conflict.theirs).map((name) => ({
            key: name,
            label: t(`catalogue.fields.${name}`),
            mine: String(conflict.mine[name] ?? ''),
            theirs: String(conflict.theirs[name] ?? ''),
          }))}
          onClose={() => setConflict(null)}
          onChoose={(sides) => choose(conflict, sides)}
        />
      )}
    </>
  )
}
