import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Title } from '../../shared/catalogue/contract.ts'
import { rev } from '../../shared/fields.ts'
import { Disputed } from '../app/Disputed.tsx'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { EditActions } from '../app/EditActions.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { useConflict } from '../app/use-conflict.ts'
import { useDraft } from '../app/use-draft.ts'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import type { Began } from '../ui/merge-three-ways.ts'
import { useToast } from '../ui/Toasts.tsx'
import { MaterialField } from './MaterialField.tsx'
import { editedNames, EditedTitle, fieldOfRefusal, fieldsOf } from './title-values.ts'
import { TitleFieldset } from './TitleFieldset.tsx'
import { twinOf, TwinNotice, type Twin } from './TwinNotice.tsx'
import { useShownField } from './use-shown-field.ts'
import { useUndoUpdate } from './use-title-undo.ts'
import { useNumberProblems } from './wrong-numbers.ts'

/** The version that was read travels in the draft, so an old draft meets the newer version instead of hiding it. */
const ChangedTitle = EditedTitle.extend({ rev, base: EditedTitle })
type ChangedTitle = EditedTitle & Began<EditedTitle>
type Saving = { isMerged?: boolean; isSameIsbnMeant?: boolean }

type Props = { title: Title; onDone: () => void; onReopen: () => void }

/** Changes a title in its place. Who saves second is asked only about what both changed. */
export function TitleForm({ title, onDone, onReopen }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const update = useCommand('catalogue.updateTitle')
  const undoUpdate = useUndoUpdate()
  const shown = useShownField()
  const [twin, setTwin] = useState<Twin | null>(null)
  const conflict = useConflict({
    names: editedNames,
    fieldsOf,
    current,
    saveMerged,
  })
  const numberProblems = useNumberProblems()
  const form = useForm<ChangedTitle, unknown, ChangedTitle>({
    defaultValues: { ...fieldsOf(title), ...beganWith(title) },
    resolver: schemaResolver(ChangedTitle, (typed) => numberProblems(typed, typed.base)),
  })
  const fields = bind(form)
  const values = useWatch({ control: form.control, compute: (typed: ChangedTitle) => typed })
  const draft = useDraft(`catalogue.updateTitle/${title.id}`, form)

  async function save({ rev, base, ...values }: ChangedTitle, saving: Saving = {}): Promise<void> {
    const { isMerged = false, isSameIsbnMeant = false } = saving
    const answer = await update.run({ ...values, rev, id: title.id, isSameIsbnMeant })
    if (answer.ok) {
      await draft.finish()
      toast({
        text: t(isMerged ? 'ui.conflict.merged' : 'common.saved'),
        ...(answer.value.rev !== rev && { onUndo: () => undoUpdate(answer.value, base) }),
      })
      onDone()
      return
    }
    setTwin(twinOf(answer.error))
    if (answer.error.code === 'stale') await conflict.meet(values, base)
    else if (placeRefusal(form, { failure: answer.error, fieldByCode: fieldOfRefusal, text: refusalText })) {
      update.clear()
    }
  }
  function saveMerged(merged: EditedTitle, theirs: Title) {
    const values = { ...merged, ...beganWith(theirs) }
    form.reset(values, { keepDefaultValues: true })
    return save(values, { isMerged: true })
  }
  async function current(): Promise<Title | null> {
    const answer = await call('catalogue.title', { id: title.id })
    if (answer.ok) update.clear()
    return answer.ok ? answer.value : null
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={(values) => save(values)}
        label={t('common.actions.edit')}
        enterSubmits={false}
      >
        <Failure of={update.failure} />
        <TitleFieldset
          fields={fields}
          title={values}
          lead={<MaterialField {...fields.value('material')} />}
        />
        {twin && (
          <TwinNotice
            twin={twin}
            isRunning={update.isRunning}
            onSave={() => void form.handleSubmit((values) => save(values, { isSameIsbnMeant: true }))()}
          />
        )}
        <EditActions draft={draft} isRunning={update.isRunning} onClose={onDone} onReopen={onReopen} />
      </Form>
      <Disputed
        of={conflict}
        label={(name) => t(`catalogue.fields.${name}`)}
        shown={(name, each) => shown(name, each[name])}
        savedAt={(theirs) => theirs.updatedAt}
      />
    </>
  )
}

function beganWith(title: Title): Began<EditedTitle> {
  return { rev: title.rev, base: fieldsOf(title) }
}
